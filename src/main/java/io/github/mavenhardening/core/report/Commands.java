package io.github.mavenhardening.core.report;

import java.util.List;

/**
 * The commands that messages name, as they work for whoever reads them: by the plugin's prefix where the project has it, else by
 * its full name.
 *
 * @param prefix what stands before a goal's name: {@code hardening:}
 */
public record Commands(String prefix) {

    private static final String USUAL = "hardening:";
    /** As sentences name goals, alone or after the phase in which all is resolved. */
    private static final List<String> CALLS = List.of("mvn ", "mvn verify ");

    /** For a project whose POM has the plugin, so that Maven knows its prefix. */
    public static Commands byPrefix() {
        return new Commands(USUAL);
    }

    /** For any project. */
    public static Commands ofVersion(String version) {
        return new Commands("io.github.mavenhardening:hardening-maven-plugin:" + version + ":");
    }

    /** The command that runs a goal, with its arguments if any: {@code mvn hardening:lock}. */
    public String of(String goal) {
        return "mvn " + prefix + goal;
    }

    /** A sentence with its commands spelled so. */
    public String spelled(String sentence) {
        String spelled = sentence;
        for (String call : CALLS) {
            spelled = spelled.replace(call + USUAL, call + prefix);
        }
        return spelled;
    }
}
