package vedette.report;

/// Where a plot stands in its figure, in user units; y grows downward.
///
/// @param left of the first point
/// @param top of the highest value
/// @param width from the first point to the last
/// @param height from the lowest value to the highest
record PlotArea(double left, double top, double width, double height) {
    private static final double LETTER = 7;
    private static final int LONGEST_NAME = 44;

    private double x(Plot plot, double at) {
        return left + plot.across().share(at) * width;
    }

    private double y(Plot plot, double value) {
        return top + height - plot.up().share(value) * height;
    }

    /// Draws a plot.
    ///
    /// @param at the abscissa of each point
    void draw(Plot plot, double[] at, Markup out) {
        out.open("g", "class", "plot");
        out.text("text", plot.title(), "class", "title", "x", px(left), "y", px(top - 26));
        legend(plot, out);
        plot.band().ifPresent(band -> band(plot, band, out));
        upTicks(plot, out);
        acrossTicks(plot, out);
        for (Plot.Line line : plot.lines()) {
            out.leaf("path", "class", "line " + line.style(), "d", path(plot, at, line.values()));
        }
        out.close();
    }

    private void legend(Plot plot, Markup out) {
        double x = left;
        for (Plot.Line line : plot.lines()) {
            String name = shortened(line.name());
            out.leaf("path", "class", "line key " + line.style(), "d", "M" + px(x) + " " + px(top - 12) + "h18");
            out.text("text", name, "class", "soft", "x", px(x + 23), "y", px(top - 8));
            x += 23 + LETTER * name.length() + 18;
        }
    }

    private static String shortened(String name) {
        return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME - 1) + "…";
    }

    private void band(Plot plot, Plot.Band band, Markup out) {
        double upper = y(plot, band.high());
        double tall = y(plot, band.low()) - upper;
        out.leaf("rect", "class", "band", "x", px(left), "y", px(upper), "width", px(width), "height", px(tall));
        out.leaf("path", "class", "best", "d", "M" + px(left) + " " + px(y(plot, band.best())) + "h" + px(width));
    }

    private void upTicks(Plot plot, Markup out) {
        for (Axis.Tick tick : plot.up().ticks()) {
            double y = y(plot, tick.value());
            out.leaf("path", "class", "grid", "d", "M" + px(left) + " " + px(y) + "h" + px(width));
            out.text("text", tick.text(), "class", "soft end", "x", px(left - 8), "y", px(y + 4));
        }
    }

    private void acrossTicks(Plot plot, Markup out) {
        double foot = top + height;
        out.leaf("path", "class", "foot", "d", "M" + px(left) + " " + px(foot) + "h" + px(width));
        for (Axis.Tick tick : plot.across().ticks()) {
            double x = x(plot, tick.value());
            out.leaf("path", "class", "foot", "d", "M" + px(x) + " " + px(foot) + "v4");
            out.text("text", tick.text(), "class", "soft middle", "x", px(x), "y", px(foot + 16));
        }
    }

    private String path(Plot plot, double[] at, double[] values) {
        StringBuilder path = new StringBuilder();
        boolean drawing = false;
        for (int i = 0; i < at.length; i++) {
            if (Double.isFinite(values[i])) {
                path.append(drawing ? 'L' : 'M').append(px(x(plot, at[i]))).append(' ');
                path.append(px(y(plot, values[i])));
            }
            drawing = Double.isFinite(values[i]);
        }
        return path.toString();
    }

    /// A small triangle below the top of the plot, with its words.
    void mark(Plot plot, double at, String style, String words, Markup out) {
        String d = "M" + px(x(plot, at)) + " " + px(top + 9) + "l-4 -8h8z";
        out.open("path", "class", "mark " + style, "d", d).text("title", words).close();
    }

    /// User units with two decimals: a fiftieth of a millimetre on paper.
    static String px(double value) {
        return Decimal.trimmed(value, 2);
    }
}
