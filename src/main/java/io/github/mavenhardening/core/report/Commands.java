package io.github.mavenhardening.core.report;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The commands that messages name, as they work for whoever reads them: by the plugin's prefix where the project has it, else by
 * its full name.
 *
 * @param prefix what stands before a goal's name: {@code hardening:}
 */
public record Commands(String prefix) {

    private static final String USUAL = "hardening:";
    /** As sentences name goals, within commands or alone; a comment that ignores findings, which one of them may quote, is none. */
    private static final Pattern GOAL = Pattern.compile("(?<![\\w:.#-])" + USUAL + "(?!ignore)(?=[a-z])");

    /** For a project whose POM has the plugin, so that Maven knows its prefix. */
    public static Commands byPrefix() {
        return new Commands(USUAL);
    }

    /** For any project. */
    public static Commands ofVersion(String version) {
        return new Commands("io.github.mavenhardening:hardening-maven-plugin:" + version + ":");
    }

    /** Whether goals are named as sentences name them anyway. */
    public boolean isByPrefix() {
        return prefix.equals(USUAL);
    }

    /** The command that runs a goal, with its arguments if any: {@code mvn hardening:lock}. */
    public String of(String goal) {
        return "mvn " + prefix + goal;
    }

    /** A sentence with its goals spelled so. */
    public String spelled(String sentence) {
        return isByPrefix() ? sentence : GOAL.matcher(sentence).replaceAll(Matcher.quoteReplacement(prefix));
    }
}
