package io.github.mavenhardening.core.workflow.step;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The named blocks of a Ruby file, {@code task :name do … end}, by their indentation, and the commands that their lines run. */
final class RubyBlocks {

    private static final Pattern END = Pattern.compile("(\\s*)end\\b.*");
    private static final Pattern OPEN = Pattern.compile(".*\\bdo\\s*(?:\\|[^|]{0,200}\\|\\s*)?(?:#.*)?");
    private static final Pattern RUN =
            Pattern.compile("\\b(?:sh|system|exec)\\b\\s*\\(?\\s*(?:command:\\s*)?(?=[\"'])|`([^`]{1,500})`");
    private static final Pattern TEXT =
            Pattern.compile("\\s*,?\\s*(?:\"((?:[^\"\\\\]|\\\\.){0,500})\"|'([^']{0,500})')");
    private static final Pattern UNKNOWN = Pattern.compile("#\\{[^{}]{0,200}\\}");

    /** A block that is open. */
    private record Open(int indent, String name, boolean isSpace) {}

    private RubyBlocks() {}

    /**
     * By its name, the lines of each block, with the one that begins it.
     *
     * @param head of a block: its indentation, the word for it and its name
     * @param space the word for a block that only names those in it, before a colon; empty text where there is none
     */
    static Map<String, StringBuilder> of(String text, Pattern head, String space) {
        Map<String, StringBuilder> blocks = new HashMap<>();
        Deque<Open> open = new ArrayDeque<>();
        for (String line : text.split("\r?\n", -1)) {
            Matcher begin = head.matcher(line);
            Matcher end = END.matcher(line);
            if (begin.lookingAt()) {
                boolean isSpace = begin.group(2).equals(space);
                String around = around(open);
                String name = around.isEmpty() ? begin.group(3) : around + ":" + begin.group(3);
                if (!isSpace) {
                    append(blocks, name, line);
                }
                if (OPEN.matcher(line).matches()) {
                    open.push(new Open(begin.group(1).length(), name, isSpace));
                }
            } else if (end.matches()
                    && !open.isEmpty()
                    && end.group(1).length() <= open.peek().indent()) {
                open.pop();
            } else if (!open.isEmpty() && !open.peek().isSpace()) {
                append(blocks, open.peek().name(), line);
            }
        }
        return blocks;
    }

    private static String around(Deque<Open> open) {
        for (Open each : open) {
            if (each.isSpace()) {
                return each.name();
            }
        }
        return "";
    }

    private static void append(Map<String, StringBuilder> blocks, String name, String line) {
        if (!line.strip().startsWith("#")) {
            blocks.computeIfAbsent(name, any -> new StringBuilder())
                    .append(line)
                    .append('\n');
        }
    }

    /** What the lines of a block have a shell run, a line each. */
    static String commands(CharSequence block) {
        StringBuilder script = new StringBuilder();
        Matcher run = RUN.matcher(block);
        while (run.find()) {
            if (run.group(1) != null) {
                script.append(known(run.group(1))).append('\n');
                continue;
            }
            Matcher text = TEXT.matcher(block).region(run.end(), block.length());
            while (text.lookingAt()) {
                script.append(known(text.group(1) == null ? text.group(2) : text.group(1)))
                        .append(' ');
                text.region(text.end(), block.length());
            }
            script.append('\n');
        }
        return script.toString();
    }

    private static String known(String text) {
        return UNKNOWN.matcher(text.replace("\\\"", "\"")).replaceAll("\\${_}");
    }
}
