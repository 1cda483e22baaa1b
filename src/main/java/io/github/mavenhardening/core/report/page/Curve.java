package io.github.mavenhardening.core.report.page;

import java.util.List;
import java.util.Locale;

/** Figures over time, a line a kind, with the words for who does not see it. */
final class Curve {

    private static final int WIDTH = 720;
    private static final int HEIGHT = 200;
    private static final int EDGE = 4;

    private final Markup page;

    Curve(Markup page) {
        this.page = page;
    }

    /**
     * One line.
     *
     * @param name what its figures count, also the class of its colour
     * @param figures the oldest first, none negative; as many as every other line has
     */
    record Line(String name, List<Integer> figures) {

        String words() {
            return name + " from " + figures.get(0) + " to " + figures.get(figures.size() - 1);
        }
    }

    /**
     * Writes it.
     *
     * @param lines at least one, of at least one figure
     * @param first the name of the first point
     * @param last the name of the last one
     */
    void write(List<Line> lines, String first, String last) {
        int most = lines.stream()
                .flatMap(line -> line.figures().stream())
                .mapToInt(Integer::intValue)
                .max()
                .orElse(0);
        page.element("p", most == 0 ? "No findings" : "At most " + most + " of a severity", "class", "soft");
        String words =
                "Findings: " + String.join(", ", lines.stream().map(Line::words).toList());
        page.begin(
                "svg",
                "class",
                "curve",
                "role",
                "img",
                "aria-label",
                words,
                "viewBox",
                "0 0 " + WIDTH + " " + HEIGHT,
                "preserveAspectRatio",
                "none");
        axis(EDGE);
        axis(HEIGHT - EDGE);
        for (Line line : lines) {
            // Numbers of ours: as a text from a repository they would be cut where it is long.
            page.single("g", "class", line.name())
                    .raw("<polyline points=\"" + points(line.figures(), Math.max(1, most)) + "\"></polyline></g>");
        }
        page.end();
        page.begin("p", "class", "ends soft")
                .element("span", first)
                .element("span", last)
                .end();
        page.begin("p", "class", "counts");
        for (Line line : lines) {
            page.begin("span", "class", "severity " + line.name());
            page.element("span", SeverityMark.shape(line.name()), "aria-hidden", "true");
            page.text(" " + line.name() + " "
                            + line.figures().get(line.figures().size() - 1))
                    .end()
                    .raw(" ");
        }
        page.end();
    }

    private void axis(int y) {
        String height = String.valueOf(y);
        page.single("line", "x1", "0", "x2", String.valueOf(WIDTH), "y1", height, "y2", height)
                .raw("</line>");
    }

    private static String points(List<Integer> figures, int most) {
        StringBuilder points = new StringBuilder();
        // One figure alone is a line, too: a point is not drawn.
        for (int i = 0; i < Math.max(2, figures.size()); i++) {
            double x = (double) WIDTH * i / Math.max(1, figures.size() - 1);
            double y =
                    HEIGHT - EDGE - (double) (HEIGHT - 2 * EDGE) * figures.get(Math.min(i, figures.size() - 1)) / most;
            points.append(String.format(Locale.ROOT, "%.1f,%.1f ", x, y));
        }
        return points.toString().strip();
    }
}
