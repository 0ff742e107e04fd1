package vedette.edge.share;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import vedette.edge.Neighbours;
import vedette.format.share.Items;
import vedette.model.Shared;

/// One node as a process of its own, to be killed: A offers warnings one behind the other, B writes what comes to a
/// journal of lines, and knows from it how far it is.
public final class ShareProcess {
    private ShareProcess() {}

    /// A engine's journal: a line for each item, written in one call.
    private static final class Journal implements Neighbours {
        private final Path file;
        private String link = "";
        private long last;

        Journal(Path file) throws IOException {
            this.file = file;
            if (Files.exists(file)) {
                String text = Files.readString(file);
                String whole = text.substring(0, text.lastIndexOf('\n') + 1);
                Files.writeString(file, whole);
                List<String> lines = whole.lines().toList();
                if (!lines.isEmpty()) {
                    String[] words = lines.getLast().split(" ");
                    link = words[0];
                    last = Long.parseLong(words[1]);
                }
            }
        }

        @Override
        public synchronized long last(String of) {
            return of.equals(link) ? last : 0;
        }

        @Override
        public synchronized void received(String from, long seq, Shared shared) {
            link = from;
            last = seq;
            try {
                Files.writeString(
                        file,
                        from + " " + seq + " " + ShareNode.key(shared) + "\n",
                        StandardOpenOption.CREATE,
                        StandardOpenOption.APPEND);
            } catch (IOException fault) {
                throw new IllegalStateException(fault);
            }
        }

        @Override
        public boolean passed(String from, Shared shared) {
            return true;
        }
    }

    /// `A folder port-of-B many ms-per-hundred`, `B folder port`, or `relay folder port port-of-C`: B again, which
    /// hands
    /// on to C what A says.
    public static void main(String[] words) throws IOException, InterruptedException {
        Path folder = Path.of(words[1]);
        if ("relay".equals(words[0])) {
            relay(folder, Integer.parseInt(words[2]), Integer.parseInt(words[3]));
            Thread.sleep(600_000);
        }
        ShareNode node = new ShareNode(folder, words[0]);
        node.port = "B".equals(words[0]) ? Integer.parseInt(words[2]) : 0;
        if ("A".equals(words[0])) {
            ShareNode other = new ShareNode(folder, "B");
            other.port = Integer.parseInt(words[2]);
            node.calling(other);
        } else {
            node.calledBy("A");
        }
        Sharing sharing = new Sharing(node.settings(), () -> Items.NOON, _ -> {});
        sharing.start(new Journal(folder.resolve(words[0] + ".journal")));
        if ("A".equals(words[0])) {
            offer(sharing, folder.resolve("A.offered"), Integer.parseInt(words[3]), Integer.parseInt(words[4]));
        }
        Thread.sleep(600_000);
    }

    private static void relay(Path folder, int port, int onward) throws IOException {
        ShareNode c = new ShareNode(folder, "C");
        c.port = onward;
        ShareNode b = new ShareNode(folder, "B").calledBy("A").calling(c);
        b.port = port;
        Sharing sharing = new Sharing(b.settings(), () -> Items.NOON, _ -> {});
        sharing.start(new Journal(folder.resolve("B.journal")));
    }

    // What it offered before its death it may offer again, as an engine says open warnings again after a restart.
    private static void offer(Sharing sharing, Path mark, int many, int paceMs)
            throws IOException, InterruptedException {
        int from = Files.exists(mark)
                ? Math.max(0, Integer.parseInt(Files.readString(mark).strip()) - 300)
                : 0;
        for (int i = from; i < many; i++) {
            sharing.offer(Items.missile("A", "W-" + i % 2_500, 1 + i / 2_500));
            if (i % 100 == 99) {
                while (sharing.handled() < i + 1 - from) {
                    Thread.sleep(1);
                }
                Path fresh = Files.writeString(mark.resolveSibling("offered.new"), (i + 1) + "\n");
                Files.move(fresh, mark, StandardCopyOption.ATOMIC_MOVE);
                Thread.sleep(paceMs);
            }
        }
    }
}
