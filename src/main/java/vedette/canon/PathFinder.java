package vedette.canon;

import java.util.ArrayList;
import java.util.List;

/// Finds the way through the components to a byte that could not be read. Reading itself keeps no path, so that good
/// bytes do not pay for bad ones; the way is walked a second time when something went wrong.
final class PathFinder implements CanonVisitor {
    private final List<String> path = new ArrayList<>();
    private final ByteSource source;
    private final int offset;
    private String found = "";

    private PathFinder(ByteSource source, int offset) {
        this.source = source;
        this.offset = offset;
    }

    /// The way to a byte, e.g. `Event/Observed.measurement/RadarPlot.rangeM`.
    static String path(Schema schema, byte[] bytes, int from, int offset, int to) {
        ByteSource source = new ByteSource(bytes, from, to);
        PathFinder finder = new PathFinder(source, offset);
        try {
            new Walker(schema, finder).walk(source, schema.root());
        } catch (Damage damage) {
            finder.keep();
        }
        return schema.root().text() + finder.found;
    }

    @Override
    public void record(String name, boolean kind) {
        path.add(kind ? "/" + name : "");
        path.add("");
    }

    @Override
    public void component(String name) {
        path.set(path.size() - 1, "." + name);
    }

    /// A record whose bytes could be read but whose constructor refused them ends at the offset.
    @Override
    public void endRecord() {
        path.removeLast();
        if (source.position() >= offset) {
            keep();
        }
        path.removeLast();
    }

    @Override
    public void many(int count) {
        path.add("");
    }

    @Override
    public void element(int index) {
        path.set(path.size() - 1, "[" + index + "]");
    }

    @Override
    public void endMany() {
        path.removeLast();
    }

    @Override
    public void keyed(int count) {
        path.add("");
    }

    @Override
    public void endKeyed() {
        path.removeLast();
    }

    private void keep() {
        if (found.isEmpty()) {
            found = String.join("", path);
        }
    }
}
