package io.github.mavenhardening.core;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A finding that a test expects, written as a comment beside the line where it is to stand:
 *
 * <pre>{@code
 * - uses: actions/checkout@v4   # finds: unpinned-uses high
 * # finds below: unpinned-images high low-confidence, unpinned-images high pedantic
 * image: ${{ matrix.image }}
 * # finds in the file: binary-artifacts high
 * }</pre>
 *
 * In XML it is {@code <!-- finds: … -->}, in JSON {@code // finds: …}.
 *
 * @param path the file
 * @param line the line, from 1; 0 for the file as a whole
 * @param text what is expected there
 */
public record Mark(String path, int line, String text) {

    private static final Pattern MARK =
            Pattern.compile("[ \\t]*(?:#|//|<!--) finds( below| in the file)?: (.*?)(?: -->)?$");

    /**
     * Cuts the marks out of a file, so that what looks at comments does not see them; lines stay where they are.
     *
     * @param marks where they are put
     * @return the text without them
     */
    public static String cut(String path, String text, List<Mark> marks) {
        List<String> lines = new ArrayList<>();
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            Matcher mark = MARK.matcher(line);
            // Some lines have megabytes.
            if (!line.contains(" finds") || !mark.find()) {
                lines.add(line);
                continue;
            }
            int expected = number;
            if (mark.group(1) != null) {
                expected = mark.group(1).equals(" below") ? number + 1 : 0;
            }
            for (String one : mark.group(2).split(",", -1)) {
                marks.add(new Mark(path, expected, one.strip()));
            }
            lines.add(line.substring(0, mark.start()));
        }
        return String.join("\n", lines) + "\n";
    }
}
