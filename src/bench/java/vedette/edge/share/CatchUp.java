package vedette.edge.share;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import vedette.format.share.Items;

/// How fast a node catches up after a cut: warnings that waited on disk go over TLS on loopback, are verified, written
/// to the receiver's inbox, acknowledged and handed to its engine (which keeps them in a list). Sender and receiver run
/// in one process; its processor time is both sides' together.
///
/// `CatchUp [warnings] [rounds] [relayed|restarted]`: relayed ones carry a signature each, since they came to the relay
/// one by one; restarted ones wait at a relay that was stopped and started anew before it sends them.
public final class CatchUp {
    private CatchUp() {}

    /// One line a round, then the median.
    public static void main(String[] words) throws IOException, InterruptedException {
        int many = words.length > 0 ? Integer.parseInt(words[0]) : 10_000;
        int rounds = words.length > 1 ? Integer.parseInt(words[1]) : 5;
        boolean relayed = words.length > 2;
        boolean restarted = relayed && words[2].equals("restarted");
        double[] rates = new double[rounds];
        for (int i = 0; i < rounds; i++) {
            rates[i] = relayed ? relayed(many, restarted) : direct(many);
        }
        Arrays.sort(rates);
        System.out.println("median " + Math.round(rates[rounds / 2]) + " a second, from " + Math.round(rates[0])
                + " to " + Math.round(rates[rounds - 1]));
    }

    private static double direct(int many) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("catchup");
        ShareNode b = new ShareNode(folder, "B").calledBy("A").start();
        b.close();
        try (ShareNode a = new ShareNode(folder, "A").calling(b).start()) {
            fill(a, many);
            return timed(b, many);
        }
    }

    private static double relayed(int many, boolean restarted) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("catchup");
        ShareNode c = new ShareNode(folder, "C").calledBy("B").start();
        c.close();
        ShareNode b = new ShareNode(folder, "B").calledBy("A").calling(c).start();
        try (ShareNode a = new ShareNode(folder, "A").calling(b).start()) {
            // One at a time, so that each gets a signature of its own.
            for (int i = 0; i < many; i++) {
                a.offer(Items.missile("A", "W-" + i % 2_500, 1 + i / 2_500));
                int sent = i;
                while (b.link("C").sent() <= sent) {
                    Thread.onSpinWait();
                }
            }
            if (restarted) {
                b.close();
                b.start();
            }
            return timed(c, many);
        } finally {
            b.close();
        }
    }

    private static void fill(ShareNode a, int many) throws InterruptedException {
        for (int i = 0; i < many; i++) {
            a.offer(Items.missile("A", "W-" + i % 2_500, 1 + i / 2_500));
            while (i % 1_000 == 999 && a.link("B").sent() <= i) {
                Thread.sleep(1);
            }
        }
    }

    private static double timed(ShareNode receiver, int many) throws IOException, InterruptedException {
        long began = System.nanoTime();
        long cpu = cpuNs();
        receiver.start();
        long first = 0;
        int had = 0;
        while (receiver.heard.size() < many) {
            Thread.sleep(1);
            if (first == 0 && !receiver.heard.isEmpty()) {
                first = System.nanoTime();
                had = receiver.heard.size();
            }
        }
        double seconds = (System.nanoTime() - began) / 1e9;
        double flowing = (System.nanoTime() - first) / 1e9;
        double cpuS = (cpuNs() - cpu) / 1e9;
        List<String> heard = new ArrayList<>(receiver.heard);
        receiver.close();
        System.out.println(
                many + " warnings: " + Math.round((many - had) / flowing) + " a second from the first to the last, "
                        + Math.round(1000 * seconds) + " ms with the connection, " + Math.round(1e6 * cpuS / many)
                        + " us of processor each (both sides), " + (many - new HashSet<>(heard).size()) + " lost, "
                        + (heard.size() - new HashSet<>(heard).size()) + " doubled");
        return (many - had) / flowing;
    }

    private static long cpuNs() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }
}
