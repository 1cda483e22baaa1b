package io.github.mavenhardening.core.workflow.code;

import io.github.mavenhardening.core.text.SoughtPattern;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;

/** Names that stand for each of several values: in loops, in what is done for each of a list, and in PowerShell's pipelines. */
public final class ProgramLoops {

    private static final SoughtPattern FOR = SoughtPattern.of(
            "(?i)\\bfor(?:each)?\\s{0,5}(?:await\\s{0,5})?\\(?\\s{0,5}(?:(?:const|let|var)\\s{1,5})?[\\[({]?\\s{0,5}\\$?(\\w{1,100})"
                    + "(?:\\s{0,5},\\s{0,5}(\\w{1,100}))?\\s{0,5}[\\])}]?\\s{1,5}(?:in|of)\\s{1,5}(.*)",
            "for");

    private static final SoughtPattern EACH = SoughtPattern.of(
            "(.*?)\\??\\.(?:forEach|map|flatMap|then)\\(\\s{0,5}(?:async\\s{0,5})?\\(?\\s{0,5}(\\w{1,100})(?:\\s{0,5},\\s{0,5}\\w{1,100})?\\s{0,5}\\)?\\s{0,5}=>",
            "forEach(",
            "ap(",
            "then(");

    private static final SoughtPattern BLOCK = SoughtPattern.of(
            "(.*?)\\.(?:each|map|flat_map|each_line)\\s{0,5}(?:do|\\{)\\s{0,5}\\|\\s{0,5}(\\w{1,100})\\s{0,5}\\|",
            ".each",
            "map");

    private static final SoughtPattern PIPED =
            SoughtPattern.of("(?i)(.*?)\\|\\s{0,5}(?:ForEach-Object|foreach|%)\\s{0,5}\\{", "foreach", "%");

    private ProgramLoops() {}

    /** The names that a line has stand for values of an expression, by name; empty where it has none. */
    public static Map<String, String> in(String line, boolean isPowerShell) {
        Map<String, String> found = new LinkedHashMap<>();
        Matcher each = EACH.in(line);
        while (each.find()) {
            found.put(each.group(2), each.group(1));
        }
        Matcher block = BLOCK.in(line);
        if (block.lookingAt()) {
            found.put(block.group(2), block.group(1));
        }
        Matcher loop = FOR.in(line);
        if (loop.find()) {
            found.put(loop.group(1), loop.group(3));
            if (loop.group(2) != null) {
                found.put(loop.group(2), loop.group(3));
            }
        }
        Matcher piped = PIPED.in(isPowerShell ? line : "");
        if (piped.lookingAt()) {
            found.put("_", piped.group(1));
        }
        return found;
    }
}
