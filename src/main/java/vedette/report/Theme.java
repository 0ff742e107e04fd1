package vedette.report;

/// How reports look, by light and by dark. The colours of lines stay apart for colour-blind eyes, and the later ones
/// are dashed.
final class Theme {
    private Theme() {}

    /// The figure's style sheet; it holds no `<` and no `&`.
    static final String FIGURE = """

            .vedette-figure { font: 12px system-ui, sans-serif; fill: #1f2328; }
            .vedette-figure .paper { fill: #ffffff; }
            .vedette-figure .title { font-size: 14px; font-weight: 600; }
            .vedette-figure .soft { fill: #59636e; }
            .vedette-figure .end { text-anchor: end; }
            .vedette-figure .middle { text-anchor: middle; }
            .vedette-figure .grid { stroke: #d1d9e0; stroke-width: 0.6; fill: none; }
            .vedette-figure .foot { stroke: #59636e; fill: none; }
            .vedette-figure .band { fill: #1a7f37; fill-opacity: 0.14; }
            .vedette-figure .best { stroke: #1a7f37; stroke-width: 0.8; stroke-dasharray: 4 3; fill: none; }
            .vedette-figure .line { fill: none; stroke-width: 1.4; stroke-linejoin: round; }
            .vedette-figure .key { stroke-width: 3; }
            .vedette-figure .total { stroke: #1f2328; }
            .vedette-figure .line.total { stroke-width: 2; }
            .vedette-figure .truths { stroke: #59636e; stroke-dasharray: 5 3; }
            .vedette-figure .localisation, .vedette-figure .run0 { stroke: #0969da; }
            .vedette-figure .missed, .vedette-figure .run1 { stroke: #bc4c00; }
            .vedette-figure .false, .vedette-figure .run2 { stroke: #8250df; }
            .vedette-figure .run3 { stroke: #1a7f37; }
            .vedette-figure .run4 { stroke: #0969da; stroke-dasharray: 6 3; }
            .vedette-figure .run5 { stroke: #bc4c00; stroke-dasharray: 6 3; }
            .vedette-figure .run6 { stroke: #8250df; stroke-dasharray: 6 3; }
            .vedette-figure .run7 { stroke: #1a7f37; stroke-dasharray: 6 3; }
            .vedette-figure .mark { fill: #ffffff; stroke-dasharray: none; }
            .vedette-figure .column { fill: #0969da; fill-opacity: 0; }
            .vedette-figure .column:hover { fill-opacity: 0.18; }
            @media (prefers-color-scheme: dark) {
              .vedette-figure { fill: #e6edf3; }
              .vedette-figure .paper { fill: #0d1117; }
              .vedette-figure .soft { fill: #9198a1; }
              .vedette-figure .grid { stroke: #30363d; }
              .vedette-figure .foot { stroke: #9198a1; }
              .vedette-figure .band { fill: #3fb950; }
              .vedette-figure .best { stroke: #3fb950; }
              .vedette-figure .total { stroke: #e6edf3; }
              .vedette-figure .truths { stroke: #9198a1; }
              .vedette-figure .localisation, .vedette-figure .run0, .vedette-figure .run4 { stroke: #4493f8; }
              .vedette-figure .missed, .vedette-figure .run1, .vedette-figure .run5 { stroke: #f0883e; }
              .vedette-figure .false, .vedette-figure .run2, .vedette-figure .run6 { stroke: #ab7df8; }
              .vedette-figure .run3, .vedette-figure .run7 { stroke: #3fb950; }
              .vedette-figure .mark { fill: #0d1117; }
              .vedette-figure .column { fill: #4493f8; }
            }
            """;

    /// The page's style sheet.
    static final String PAGE = """

            :root { color-scheme: light dark; }
            body { margin: 0; background: #ffffff; color: #1f2328;
              font: 15px/1.45 system-ui, sans-serif; }
            main { max-width: 960px; margin: 0 auto; padding: 24px 16px 64px; }
            h1 { font-size: 22px; overflow-wrap: anywhere; }
            figure { margin: 24px 0; }
            figure svg { display: block; width: 100%; height: auto; }
            figcaption, summary { color: #59636e; }
            figcaption { font-size: 13px; margin-top: 8px; }
            details { margin: 12px 0; overflow-x: auto; }
            summary { cursor: pointer; }
            table { border-collapse: collapse; font-variant-numeric: tabular-nums; }
            th, td { padding: 3px 16px 3px 0; border-bottom: 1px solid #d1d9e0; text-align: right; }
            th { font-weight: 600; overflow-wrap: anywhere; }
            th[scope=row] { font-weight: 400; text-align: left; }
            @media (prefers-color-scheme: dark) {
              body { background: #0d1117; color: #e6edf3; }
              figcaption, summary { color: #9198a1; }
              th, td { border-color: #30363d; }
            }
            """;
}
