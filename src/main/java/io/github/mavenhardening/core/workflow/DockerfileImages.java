package io.github.mavenhardening.core.workflow;

import io.github.mavenhardening.core.source.SourceFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The images that a Dockerfile names: {@code FROM}, {@code COPY --from} and {@code RUN --mount=from}, without the file's own stages.
 * A variable leads to the default that an {@code ARG} before the first {@code FROM} gives it.
 *
 * @see <a href="https://docs.docker.com/reference/dockerfile/">Dockerfile reference</a>
 */
public final class DockerfileImages {

    private static final Pattern INSTRUCTION = Pattern.compile("^[ \\t]{0,50}([A-Za-z]{2,20})[ \\t]+");
    private static final Pattern FROM = Pattern.compile(
            "(?i)^\\s{0,50}FROM\\s+(?:--\\w{1,20}=\\S{1,100}\\s+)*+(\\S{1,500})(?:\\s+AS\\s+(\\S{1,200}))?");
    private static final Pattern ARG =
            Pattern.compile("(?i)^\\s{0,50}ARG\\s+(\\w{1,100})=(?:\"([^\"]{0,500})\"|'([^']{0,500})'|(\\S{1,500}))");
    private static final Pattern COPIED = Pattern.compile("--from=(?:\"([^\"\\s]{1,500})\"|([^\"\\s]{1,500}))");
    private static final Pattern MOUNTED = Pattern.compile("--mount=(?:[^\\s,]{1,500},)*from=([^\\s,\"]{1,500})()");
    private static final Pattern VARIABLE = Pattern.compile("\\$(?:(\\w{1,100})|\\{(\\w{1,100})\\})");
    private static final Pattern HERE = Pattern.compile("<<-?[\"']?(\\w{1,100})[\"']?");

    private final SourceFile source;
    private final Set<String> stages = new HashSet<>(Set.of("scratch"));
    private final Map<String, ImagePlace> defaults = new HashMap<>();
    private final List<ImagePlace> images = new ArrayList<>();
    private boolean begun;

    private DockerfileImages(SourceFile source) {
        this.source = source;
    }

    /** The images of that file, in the order of the text; those of variables without a default as the variable. */
    public static List<ImagePlace> of(SourceFile source) {
        DockerfileImages images = new DockerfileImages(source);
        images.read();
        return List.copyOf(images.images);
    }

    private void read() {
        String instruction = "";
        String until = "";
        boolean goesOn = false;
        for (int line = 1; line <= source.lineCount(); line++) {
            String text = source.line(line);
            if (!until.isEmpty()) {
                until = text.strip().equals(until) ? "" : until;
                continue;
            }
            if (text.stripLeading().startsWith("#")) {
                continue;
            }
            if (!goesOn) {
                Matcher word = INSTRUCTION.matcher(text);
                instruction = word.find() ? word.group(1).toUpperCase(Locale.ROOT) : "";
            }
            read(instruction, line, text);
            goesOn = text.stripTrailing().endsWith("\\");
            Matcher here = HERE.matcher(text);
            if ((instruction.equals("RUN") || instruction.equals("COPY")) && here.find()) {
                until = here.group(1);
            }
        }
    }

    private void read(String instruction, int line, String text) {
        switch (instruction) {
            case "FROM" -> from(line, text);
            case "ARG" -> argument(line, text);
            case "COPY" -> all(COPIED.matcher(text), line);
            case "RUN" -> all(MOUNTED.matcher(text), line);
            default -> {
                // The others name no image.
            }
        }
    }

    private void from(int line, String text) {
        Matcher from = FROM.matcher(text);
        if (!from.find()) {
            return;
        }
        begun = true;
        add(place(line, from.start(1), from.group(1)));
        if (from.group(2) != null) {
            stages.add(from.group(2).toLowerCase(Locale.ROOT));
        }
    }

    private void argument(int line, String text) {
        Matcher argument = ARG.matcher(text);
        if (begun || !argument.find()) {
            return;
        }
        int group = argument.group(2) != null ? 2 : argument.group(3) != null ? 3 : 4;
        defaults.put(argument.group(1), place(line, argument.start(group), argument.group(group)));
    }

    private void all(Matcher names, int line) {
        while (names.find()) {
            int group = names.group(1) != null ? 1 : 2;
            ImagePlace image = place(line, names.start(group), names.group(group));
            // A lone word is a stage or a context that the build is given, if not an image.
            if (image.text().contains(":") || image.text().contains("/")) {
                add(image);
            }
        }
    }

    private void add(ImagePlace image) {
        Matcher variable = VARIABLE.matcher(image.text());
        ImagePlace meant = image;
        if (variable.matches()) {
            String name = variable.group(1) != null ? variable.group(1) : variable.group(2);
            meant = defaults.getOrDefault(name, image);
        }
        if (!meant.text().isEmpty() && !stages.contains(meant.text().toLowerCase(Locale.ROOT))) {
            images.add(meant);
        }
    }

    private ImagePlace place(int line, int from, String text) {
        int start = source.lineStart(line) + from;
        return new ImagePlace(source, source.span(start, start + text.length()), text);
    }
}
