package io.github.mavenhardening.maven.session;

import io.github.mavenhardening.core.dependency.BuildFacts;
import io.github.mavenhardening.core.finding.Sanitizer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Profile;
import org.apache.maven.project.MavenProject;

/**
 * What kind of build a session is, as far as that decides which files it uses: Maven, system, JDK, the profiles of its POMs and
 * command line, phases beyond {@code verify}, and its reactor where the root's is another one. Builds of one kind use the same files.
 */
public final class BuildEnvironment {

    private static final List<String> BEYOND = List.of("install", "deploy", "site", "site-deploy");

    /** What Maven calls the source of profiles in the settings, which are the machine's. */
    private static final String SETTINGS = "external";

    private static final String DETECTED = "os.detected.classifier";

    private BuildEnvironment() {}

    /**
     * That kind, as one line: {@code Maven 3.9, linux-x86_64, JDK 21, profiles release, deploy, in tools}.
     *
     * @param root the root of the checkout
     */
    public static String of(MavenSession session, Path root) {
        return of(maven(session), session, root);
    }

    /** The Maven that runs, {@code Maven 3.9}. */
    public static String maven(MavenSession session) {
        return "Maven " + generation(session.getSystemProperties().getProperty("maven.version", "?"));
    }

    /** The same build by Mavens that choose among versions in another way, as far as the running one can tell. */
    public static String ofOtherMavens(MavenSession session, Path root) {
        return of(BuildFacts.OTHER_MAVENS, session, root);
    }

    /** The Maven that those are: the one with the other resolver. */
    public static String otherMaven(MavenSession session) {
        return session.getSystemProperties().getProperty("maven.version", "").startsWith("3.") ? "Maven 4" : "Maven 3";
    }

    private static String of(String maven, MavenSession session, Path root) {
        Properties system = session.getSystemProperties();
        List<String> parts = new ArrayList<>();
        parts.add(maven);
        parts.add(platform(session));
        parts.add("JDK " + feature(system.getProperty("java.specification.version", "?")));
        Set<String> profiles = profiles(session);
        if (!profiles.isEmpty()) {
            parts.add("profiles " + String.join(" ", profiles));
        }
        for (String phase : BEYOND) {
            if (session.getGoals().contains(phase)) {
                parts.add(phase);
            }
        }
        String folder = ReactorFolder.of(session, root);
        if (!folder.isEmpty()) {
            parts.add("in " + Sanitizer.line(folder));
        }
        return String.join(", ", parts);
    }

    /**
     * The name of the system that a session builds for, as {@code os.detected.classifier} has it: by that property where the
     * command line or an extension sets it.
     */
    public static String platform(MavenSession session) {
        Properties system = session.getSystemProperties();
        String detected = session.getUserProperties().getProperty(DETECTED, system.getProperty(DETECTED, ""));
        return detected.isBlank()
                ? platform(system.getProperty("os.name", "?"), system.getProperty("os.arch", "?"))
                : detected.strip();
    }

    private static Set<String> profiles(MavenSession session) {
        Set<String> profiles = new TreeSet<>(session.getRequest().getActiveProfiles());
        for (MavenProject project : session.getProjects()) {
            for (Map.Entry<String, List<String>> source :
                    project.getInjectedProfileIds().entrySet()) {
                if (!source.getKey().equals(SETTINGS)) {
                    profiles.addAll(source.getValue());
                }
            }
        }
        profiles.removeAll(ofSettings(session));
        return profiles;
    }

    private static Set<String> ofSettings(MavenSession session) {
        Set<String> ids = new TreeSet<>();
        for (Profile profile : session.getRequest().getProfiles()) {
            ids.add(profile.getId());
        }
        return ids;
    }

    private static String generation(String version) {
        String[] parts = version.split("[.-]", 3);
        return parts.length < 2 ? version : parts[0] + '.' + parts[1];
    }

    private static String feature(String version) {
        return version.startsWith("1.") ? version.substring(2) : version;
    }

    /**
     * A system's name, as {@code os.detected.classifier} has it.
     *
     * @see <a href="https://github.com/trustin/os-maven-plugin">os-maven-plugin: the values</a>
     */
    static String platform(String name, String architecture) {
        String os = normalized(name);
        String family = os.startsWith("macosx") || os.startsWith("osx") || os.startsWith("macos")
                ? "osx"
                : os.startsWith("windows") ? "windows" : os.startsWith("linux") ? "linux" : os;
        return family
                + '-'
                + switch (normalized(architecture)) {
                    case "x8664", "amd64", "ia32e", "em64t", "x64" -> "x86_64";
                    case "aarch64", "arm64" -> "aarch_64";
                    case "x8632", "x86", "i386", "i486", "i586", "i686" -> "x86_32";
                    case "ppc64le" -> "ppcle_64";
                    case "s390x" -> "s390_64";
                    default -> normalized(architecture);
                };
    }

    private static String normalized(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "");
    }
}
