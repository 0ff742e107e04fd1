package vedette.edge.share;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vedette.ClassPath;

/// Two nodes as processes, each killed (SIGKILL) at random instants while 10,000 warnings go from one to the other.
class KillTest {
    private static final int MANY = 10_000;

    @TempDir
    Path folder;

    private int port;
    private int paceMs;

    private Process start(String node) throws IOException {
        List<String> words = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx256m",
                "-Dvedette.pki=" + folder,
                "-cp",
                ClassPath.text(),
                ShareProcess.class.getName(),
                node,
                folder.toString(),
                Integer.toString(port)));
        if ("A".equals(node)) {
            words.add(Integer.toString(MANY));
            words.add(Integer.toString(paceMs));
        }
        return new ProcessBuilder(words)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve(node + ".out").toFile())
                .start();
    }

    @Test
    void threeKillsOfEitherSideLoseNothingAndDoubleNothing() throws IOException, InterruptedException {
        run(3);
    }

    @Test
    @Tag("long")
    void fiftyKillsOfEitherSideLoseNothingAndDoubleNothing() throws IOException, InterruptedException {
        run(50);
    }

    private void run(int kills) throws IOException, InterruptedException {
        System.setProperty("vedette.pki", folder.toString());
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        // The items take as long as the kills do.
        paceMs = 9 * kills;
        new ShareNode(folder, "A").settings();
        Random random = new Random(kills);
        Process a = start("A");
        Process b = start("B");
        try {
            for (int i = 0; i < kills; i++) {
                Thread.sleep(400 + random.nextInt(1_200));
                if (random.nextBoolean()) {
                    a.destroyForcibly().waitFor();
                    a = start("A");
                } else {
                    b.destroyForcibly().waitFor();
                    b = start("B");
                }
            }
            waitFor(a, b);
        } finally {
            a.destroyForcibly().waitFor();
            b.destroyForcibly().waitFor();
            System.clearProperty("vedette.pki");
        }
        judge(Files.readAllLines(folder.resolve("B.journal")));
    }

    private void waitFor(Process a, Process b) throws IOException, InterruptedException {
        Path journal = folder.resolve("B.journal");
        long end = System.nanoTime() + 60_000_000_000L;
        while (System.nanoTime() < end) {
            Thread.sleep(200);
            assertTrue(a.isAlive() && b.isAlive(), () -> "a process ended by itself: " + folder);
            if (Files.exists(journal) && Files.readAllLines(journal).size() >= MANY) {
                return;
            }
        }
    }

    private static void judge(List<String> lines) {
        List<String> keys = lines.stream().map(line -> line.split(" ")[2]).toList();
        Set<String> came = new HashSet<>(keys);
        List<String> lost = IntStream.range(0, MANY)
                .mapToObj(i -> "W-" + i % 2_500 + "/" + (1 + i / 2_500))
                .filter(key -> !came.contains(key))
                .toList();
        assertEquals(List.of(), lost, "lost");
        assertEquals(MANY, keys.size(), "doubled");
        Map<String, Integer> issues = new TreeMap<>();
        for (String key : keys) {
            String[] parts = key.split("/");
            int issue = Integer.parseInt(parts[1]);
            assertEquals(issues.getOrDefault(parts[0], 0) + 1, issue, key);
            issues.put(parts[0], issue);
        }
    }
}
