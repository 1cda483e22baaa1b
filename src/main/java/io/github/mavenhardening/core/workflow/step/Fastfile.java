package io.github.mavenhardening.core.workflow.step;

import io.github.mavenhardening.core.shell.StoreUpload;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The lanes of fastlane: the uploads to stores that they make, the builds and commands that they run, other lanes. Files that a
 * Fastfile imports are not followed.
 *
 * @see <a href="https://docs.fastlane.tools/advanced/Fastfile/">fastlane's Fastfile</a>
 */
final class Fastfile implements TaskFile {

    private static final Pattern HEAD = Pattern.compile("(\\s*)(lane|private_lane|platform)\\s{1,10}:(\\w{1,100})");
    /** What a line begins with: an action, another lane. */
    private static final Pattern CALL = Pattern.compile("(?m)^[ \\t]*(\\w{1,100})\\b(?![ \\t]*[=.:])");

    private static final Pattern NOT_DONE = Pattern.compile("\\bvalidate_only:\\s{0,10}true\\b");
    private static final Pattern GRADLE = Pattern.compile("\\btasks?:\\s{0,10}[\"']([\\w: -]{1,200})[\"']");
    /** How far what an action is given is read. */
    private static final int LENGTH = 2_000;

    private final Map<String, StringBuilder> lanes;

    Fastfile(String text) {
        this.lanes = RubyBlocks.of(text, HEAD, "platform");
    }

    /** A lane, of a platform where a word for that stands before it; what it is given is {@code name:value}. */
    @Override
    public Task task(List<String> words) {
        List<String> names = new ArrayList<>();
        for (String word : words) {
            if (!word.startsWith("-") && !word.contains(":")) {
                names.add(word);
            }
        }
        if (names.isEmpty()) {
            return Task.NONE;
        }
        String platform = names.size() > 1 ? names.get(0) : "";
        String lane = names.get(names.size() > 1 ? 1 : 0);
        StringBuilder block = block(platform, lane);
        if (block == null) {
            return Task.NONE;
        }
        List<List<String>> needs = new ArrayList<>();
        StringBuilder script = new StringBuilder(RubyBlocks.commands(block));
        Matcher call = CALL.matcher(block);
        while (call.find()) {
            String name = call.group(1);
            String given = given(block, call.end());
            if (StoreUpload.isAction(name) && !NOT_DONE.matcher(given).find()) {
                script.append("fastlane ").append(name).append('\n');
            } else if (name.equals("gradle")) {
                Matcher task = GRADLE.matcher(given);
                if (task.find()) {
                    script.append("gradle ").append(task.group(1)).append('\n');
                }
            } else if (!name.equals(lane) && block(platform, name) != null) {
                needs.add(platform.isEmpty() ? List.of(name) : List.of(platform, name));
            }
        }
        return Task.of(needs, script.toString());
    }

    /** A lane of the platform, or of none; where the call names no platform, the default one's, which is any that has it. */
    private StringBuilder block(String platform, String lane) {
        if (!platform.isEmpty()) {
            StringBuilder own = lanes.get(platform + ":" + lane);
            return own == null ? lanes.get(lane) : own;
        }
        StringBuilder found = lanes.get(lane);
        for (String each : List.of("ios", "android", "mac")) {
            found = found == null ? lanes.get(each + ":" + lane) : found;
        }
        return found;
    }

    /** What stands in the brackets behind an action, or in the rest of its line. */
    private static String given(StringBuilder block, int from) {
        int depth = 0;
        int to = Math.min(block.length(), from + LENGTH);
        for (int at = from; at < to; at++) {
            char c = block.charAt(at);
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (depth <= 0 && (c == ')' || c == '\n')) {
                return block.substring(from, at);
            }
        }
        return block.substring(from, to);
    }
}
