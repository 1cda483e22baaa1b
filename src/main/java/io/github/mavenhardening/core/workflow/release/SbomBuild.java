package io.github.mavenhardening.core.workflow.release;

import io.github.mavenhardening.core.pom.BuildFiles;
import io.github.mavenhardening.core.pom.BuildFilesReader;
import io.github.mavenhardening.core.pom.Declaration;
import io.github.mavenhardening.core.pom.Pom;
import io.github.mavenhardening.core.source.Repository;
import io.github.mavenhardening.core.xml.XmlElement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the files of a build show about its bill of materials (SBOM).
 *
 * @param isMade whether the build makes one, whatever it is called with
 * @param profiles the profiles of Maven, without an activation of their own, that make one
 * @param mayBeInherited whether a POM has a parent elsewhere, which may make one unseen
 */
record SbomBuild(boolean isMade, Set<String> profiles, boolean mayBeInherited) {

    /** What makes one in a build's file: a plugin, a package, a setting. */
    private static final Pattern MAKER = Pattern.compile(
            "org\\.cyclonedx\\.bom|cyclonedx-gradle-plugin|org\\.spdx\\.sbom|spdx-gradle-plugin|@cyclonedx/|@cyclonedx\\\\/"
                    + "|\\bcdxgen\\b|\\bnpm sbom\\b|\\bsyft\\b|(?m:^[ \\t]*\\[?(?:catalog\\.)?(?:sboms?|cyclonedx)\\b)");

    /** A plugin of Gradle that only its subprojects can use, or nobody. */
    private static final Pattern NOT_APPLIED = Pattern.compile("\\bapply(?:\\s{1,10}|\\s{0,10}\\(\\s{0,10})false\\b");
    /** In a catalog of versions, a plugin by its name. */
    private static final Pattern IN_CATALOG = Pattern.compile("\\s{0,20}([\\w-]{1,100})\\s{0,20}=.*\\bid\\s{0,20}=.*");

    private static final List<String> PLUGINS =
            List.of("org.cyclonedx:cyclonedx-maven-plugin", "org.spdx:spdx-maven-plugin");
    /** It has goals of other kinds as well. */
    private static final String OURS = "io.github.mavenhardening:hardening-maven-plugin";

    private static final Pattern BUILD_FILE = Pattern.compile(
            "(.*/)?(build\\.gradle(\\.kts)?|settings\\.gradle(\\.kts)?|libs\\.versions\\.toml|\\.?goreleaser\\.ya?ml|jreleaser\\.ya?ml"
                    + "|jreleaser\\.toml|package\\.json|\\.ko\\.yaml)");
    private static final int BUILD_FILE_LIMIT = 200;

    SbomBuild {
        profiles = Set.copyOf(profiles);
    }

    static SbomBuild of(Repository repository) {
        BuildFiles files = BuildFilesReader.everyPom(repository);
        boolean mayBeInherited = false;
        for (Pom pom : files.poms()) {
            mayBeInherited |= pom.root().child("parent").isPresent();
        }
        boolean isMade = files.binds(OURS, "sbom") || isInBuildFile(repository);
        Set<String> profiles = new HashSet<>();
        for (String plugin : PLUGINS) {
            for (Declaration declaration : files.declared(plugin)) {
                if (declaration.kind() == Declaration.Kind.PLUGIN) {
                    Optional<String> profile = profile(declaration);
                    isMade |= profile.isEmpty();
                    profile.ifPresent(profiles::add);
                }
            }
        }
        return new SbomBuild(isMade, profiles, mayBeInherited);
    }

    /** The name of the profile that a plugin stands in and that only a call switches on; empty where it is used without. */
    private static Optional<String> profile(Declaration plugin) {
        for (XmlElement profile : plugin.pom().root().childrenAt("profiles")) {
            boolean isIn = false;
            for (XmlElement each : profile.childrenAt("build", "plugins")) {
                isIn |= each == plugin.element();
            }
            if (isIn && profile.child("activation").isEmpty()) {
                return profile.childText("id");
            }
        }
        return Optional.empty();
    }

    private static boolean isInBuildFile(Repository repository) {
        int left = BUILD_FILE_LIMIT;
        List<String> gradle = new ArrayList<>();
        List<String> catalogs = new ArrayList<>();
        for (String path : repository.files()) {
            if (BUILD_FILE.matcher(path).matches()) {
                // Silent: what is beyond the limit is not evidence, so that a finding stands.
                if (left-- == 0) {
                    break;
                }
                String text = MavenProfiles.text(path, repository);
                if (path.endsWith(".versions.toml")) {
                    catalogs.add(text);
                } else if (namesMaker(text)) {
                    return true;
                }
                if (path.contains(".gradle")) {
                    gradle.add(text);
                }
            }
        }
        for (String catalog : catalogs) {
            if (isInCatalog(catalog, gradle)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a line names one, and does not keep it from being applied. */
    private static boolean namesMaker(String text) {
        Matcher maker = MAKER.matcher(text);
        int from = 0;
        while (maker.find(from)) {
            int end = text.indexOf('\n', maker.end());
            end = end < 0 ? text.length() : end;
            if (!NOT_APPLIED.matcher(text).region(maker.end(), end).find()) {
                return true;
            }
            from = end;
        }
        return false;
    }

    /** Whether a catalog names one that the build files do not only keep from being applied. */
    private static boolean isInCatalog(String catalog, List<String> gradle) {
        for (String line : catalog.split("\n", -1)) {
            if (MAKER.matcher(line).find()) {
                Matcher plugin = IN_CATALOG.matcher(line);
                if (!plugin.matches() || mayBeApplied(plugin.group(1).replaceAll("[-_]", "."), gradle)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean mayBeApplied(String plugin, List<String> gradle) {
        boolean isNamed = false;
        for (String text : gradle) {
            for (String line : text.split("\n", -1)) {
                if (line.contains("plugins." + plugin)) {
                    isNamed = true;
                    if (!NOT_APPLIED.matcher(line).find()) {
                        return true;
                    }
                }
            }
        }
        return !isNamed;
    }
}
