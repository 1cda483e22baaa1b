package io.github.mavenhardening.core.scorecard;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.mavenhardening.core.json.Json;
import io.github.mavenhardening.core.text.ByteOrderMark;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The instructions of a Dockerfile, as BuildKit's parser takes them apart.
 *
 * @param instructions in the order of the text
 * @see <a href="https://github.com/moby/buildkit/blob/master/frontend/dockerfile/parser/parser.go">BuildKit: parser</a>
 */
record Dockerfile(List<Instruction> instructions) {

    private static final Pattern ESCAPE = Pattern.compile("(?i)#\\s{0,20}escape\\s{0,20}=\\s{0,20}`\\s{0,20}");
    private static final Pattern DIRECTIVE = Pattern.compile("#\\s{0,20}[A-Za-z]{1,20}\\s{0,20}=.*");
    private static final Pattern BLANKS = Pattern.compile("[\\t\\x0B\\f\\r ]+");
    private static final Pattern HERE =
            Pattern.compile("(?<=\\s)\\d{0,9}<<(-?)([\"']?)([^<\\s\"']{1,200})\\2(?=\\s|$)");

    /** The most flags of an instruction. */
    private static final int FLAG_LIMIT = 100;

    Dockerfile {
        instructions = List.copyOf(instructions);
    }

    /**
     * An instruction.
     *
     * @param name as written; Scorecard looks at those in capitals alone
     * @param arguments what follows it and its flags, lines joined
     * @param heredocs the texts of its here documents
     */
    record Instruction(String name, String arguments, List<String> heredocs) {

        Instruction {
            heredocs = List.copyOf(heredocs);
        }

        /** The arguments as words, blanks between them. */
        List<String> words() {
            return arguments.isEmpty() ? List.of() : List.of(BLANKS.split(arguments, -1));
        }

        /** The command, whether a shell gets it as it is or its words stand in a list. */
        String command() {
            return String.join(" ", listed(arguments).orElse(List.of(arguments)));
        }
    }

    /** The words of a list of texts; empty where it is none. */
    private static Optional<List<String>> listed(String arguments) {
        if (!arguments.startsWith("[")) {
            return Optional.empty();
        }
        try {
            List<String> words = new ArrayList<>();
            for (JsonNode word : Json.read(arguments)) {
                if (!word.isTextual()) {
                    return Optional.empty();
                }
                words.add(word.textValue());
            }
            return Optional.of(words);
        } catch (IOException e) {
            // Silent: then it is not a list, and a shell gets it as it is.
            return Optional.empty();
        }
    }

    static Dockerfile parse(String text) {
        return new Dockerfile(new Reader(text).instructions());
    }

    /** Reads line by line. */
    private static final class Reader {

        private final List<String> lines;
        private final String escape;
        private final List<Instruction> instructions = new ArrayList<>();
        private int at;

        Reader(String text) {
            lines = ByteOrderMark.without(text).lines().toList();
            escape = escape(lines);
        }

        /** What continues a line: a directive above all else may say so. */
        private static String escape(List<String> lines) {
            for (String line : lines) {
                if (ESCAPE.matcher(line).matches()) {
                    return "`";
                }
                if (!DIRECTIVE.matcher(line).matches()) {
                    break;
                }
            }
            return "\\";
        }

        List<Instruction> instructions() {
            while (at < lines.size()) {
                String line = logicalLine();
                if (!line.isBlank()) {
                    instruction(line.strip());
                }
            }
            return instructions;
        }

        /** A line with those that continue it; comments and empty lines among them do not end it. */
        private String logicalLine() {
            StringBuilder line = new StringBuilder();
            boolean continued = true;
            while (continued && at < lines.size()) {
                String next = lines.get(at++);
                if (next.strip().startsWith("#")) {
                    if (line.isEmpty()) {
                        return "";
                    }
                } else if (!next.isBlank() || line.isEmpty()) {
                    String end = next.stripTrailing();
                    continued = end.endsWith(escape) && !end.endsWith(escape + escape);
                    line.append(continued ? end.substring(0, end.length() - 1) : next);
                }
            }
            return line.toString();
        }

        private void instruction(String line) {
            String[] parts = BLANKS.split(line, 2);
            String arguments = parts.length < 2 ? "" : withoutFlags(parts[1]);
            List<String> heredocs = new ArrayList<>();
            // In a list, what looks like one is text.
            if (List.of("add", "copy", "run").contains(parts[0].toLowerCase(Locale.ROOT))
                    && listed(arguments).isEmpty()) {
                Matcher here = HERE.matcher(line);
                while (here.find()) {
                    heredocs.add(heredoc(here.group(3), !here.group(1).isEmpty()));
                }
            }
            instructions.add(new Instruction(parts[0], arguments, heredocs));
        }

        private String heredoc(String end, boolean chomp) {
            StringBuilder text = new StringBuilder();
            while (at < lines.size()) {
                String line = lines.get(at++);
                if ((chomp ? line.replaceFirst("^\t+", "") : line).equals(end)) {
                    break;
                }
                text.append(line).append('\n');
            }
            return text.toString();
        }

        /** Flags stand first: {@code --mount=…}. */
        private static String withoutFlags(String arguments) {
            // Silent: no instruction has so many flags, and no verdict depends on the estimate.
            String rest = arguments.strip();
            for (int flags = 0; rest.startsWith("--") && flags < FLAG_LIMIT; flags++) {
                int end = 0;
                char quote = ' ';
                while (end < rest.length() && (quote != ' ' || !Character.isWhitespace(rest.charAt(end)))) {
                    char c = rest.charAt(end++);
                    if (quote == ' ' ? c == '"' || c == '\'' : c == quote) {
                        quote = quote == ' ' ? c : ' ';
                    }
                }
                boolean last = end == 2;
                rest = rest.substring(end).strip();
                if (last) {
                    break;
                }
            }
            return rest;
        }
    }
}
