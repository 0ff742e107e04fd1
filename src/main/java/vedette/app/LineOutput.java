package vedette.app;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine;

/// Where a command's output goes: a file, or what picocli calls standard output.
final class LineOutput implements Decoders.Lines, AutoCloseable {
    private final OutputStream out;
    private final PrintWriter remarks;

    private LineOutput(OutputStream out, PrintWriter remarks) {
        this.out = out;
        this.remarks = remarks;
    }

    /// For text.
    ///
    /// @param file the file; nothing or `-` for standard output
    static LineOutput to(Optional<Path> file, CommandLine command) throws IOException {
        return isFile(file)
                ? new LineOutput(Files.newOutputStream(file.get()), command.getErr())
                : new LineOutput(new TextStream(command.getOut()), command.getErr());
    }

    /// For bytes that are no text.
    static LineOutput bytesTo(Optional<Path> file, CommandLine command) throws IOException {
        return isFile(file)
                ? new LineOutput(Files.newOutputStream(file.get()), command.getErr())
                : new LineOutput(System.out, command.getErr());
    }

    private static boolean isFile(Optional<Path> file) {
        return file.isPresent() && !file.get().toString().equals("-");
    }

    @Override
    public void write(byte[] lines, int count) throws IOException {
        out.write(lines, 0, count);
    }

    @Override
    public void remark(String words) {
        remarks.println(words);
    }

    @Override
    public void close() throws IOException {
        if (out == System.out) {
            out.flush();
        } else {
            out.close();
        }
    }

    /// Whole lines of bytes as a writer's characters.
    private static final class TextStream extends OutputStream {
        private final PrintWriter writer;

        TextStream(PrintWriter writer) {
            this.writer = writer;
        }

        @Override
        public void write(int octet) {
            writer.write(octet);
        }

        @Override
        public void write(byte[] bytes, int from, int count) {
            writer.write(new String(bytes, from, count, StandardCharsets.UTF_8));
        }

        @Override
        public void close() {
            writer.flush();
        }
    }
}
