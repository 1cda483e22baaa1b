package io.github.mavenhardening.core.report.page;

import io.github.mavenhardening.core.finding.Count;
import java.util.List;
import java.util.Locale;

/** Figures over time as a small line, with the words for who does not see it. */
final class TrendLine {

    private static final int WIDTH = 120;
    private static final int HEIGHT = 24;
    private static final int EDGE = 3;

    private TrendLine() {}

    /**
     * Writes the line.
     *
     * @param figures the oldest first, none negative
     * @param noun what they count, in the plural
     */
    static void write(Markup page, List<Integer> figures, String noun) {
        int most =
                Math.max(1, figures.stream().mapToInt(Integer::intValue).max().orElse(1));
        StringBuilder points = new StringBuilder();
        for (int i = 0; i < figures.size(); i++) {
            double x = EDGE + (double) (WIDTH - 2 * EDGE) * i / Math.max(1, figures.size() - 1);
            double y = HEIGHT - EDGE - (double) (HEIGHT - 2 * EDGE) * figures.get(i) / most;
            points.append(String.format(Locale.ROOT, "%.1f,%.1f ", x, y));
        }
        String words = "From " + figures.get(0) + " to " + figures.get(figures.size() - 1) + " " + noun + " in "
                + Count.of(figures.size(), "runs");
        page.begin(
                "svg",
                "class",
                "trend",
                "role",
                "img",
                "aria-label",
                words,
                "viewBox",
                "0 0 " + WIDTH + " " + HEIGHT,
                "width",
                String.valueOf(WIDTH),
                "height",
                String.valueOf(HEIGHT));
        // Numbers of ours: as a text from a repository they would be cut where it is long.
        page.raw("<polyline points=\"" + points.toString().strip() + "\"></polyline>")
                .end();
    }
}
