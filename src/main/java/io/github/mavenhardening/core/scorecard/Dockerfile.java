package io.github.mavenhardening.core.scorecard;

import io.github.mavenhardening.core.workflow.ImageReference;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The images that a Dockerfile begins from, and the commands that it runs. */
final class Dockerfile {

    private static final Pattern FROM = Pattern.compile(
            "(?i)\\s{0,100}FROM\\s{1,100}(?:--\\S{1,200}\\s{1,100})?(\\S{1,1000})(?:\\s{1,100}AS\\s{1,100}(\\S{1,200}))?\\s{0,100}");
    private static final Pattern RUN = Pattern.compile("(?i)\\s{0,100}RUN\\s.*");

    private Dockerfile() {}

    /** The images of other people's: neither stages of this file, nor nothing. */
    static List<ImageReference> images(String text) {
        List<ImageReference> images = new ArrayList<>();
        Set<String> stages = new HashSet<>(Set.of("scratch"));
        for (String line : logicalLines(text)) {
            Matcher from = FROM.matcher(line);
            if (from.matches()) {
                if (!stages.contains(from.group(1).toLowerCase(Locale.ROOT))) {
                    images.add(ImageReference.parse(from.group(1)));
                }
                if (from.group(2) != null) {
                    stages.add(from.group(2).toLowerCase(Locale.ROOT));
                }
            }
        }
        return images;
    }

    /** What it runs, as one script. */
    static String scripts(String text) {
        StringBuilder script = new StringBuilder();
        for (String line : logicalLines(text)) {
            if (RUN.matcher(line).matches()) {
                script.append(line.strip().substring("RUN".length()).strip()).append('\n');
            }
        }
        return script.toString();
    }

    private static List<String> logicalLines(String text) {
        return text.replaceAll("\\\\[ \t]{0,20}\r?\n", " ").lines().toList();
    }
}
