package io.github.mavenhardening.core.dependency;

import io.github.mavenhardening.core.pom.BuildFiles;
import io.github.mavenhardening.core.pom.Declaration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Facts of a build that only Maven knows, taken from its model.
 *
 * @param plugins the plugins whose version no POM gives some module, once for each version that is taken instead
 * @param guarded whether a module binds a goal of this plugin to its life cycle
 * @param repositoryIds the ids of all repositories that the build itself says to download from, mirrors and settings
 *     included
 * @param repositories those repositories with their addresses
 * @param mavenVersion the version of Maven that builds; empty where nobody knows
 * @param environment the kind of build, as the lock's metadata names them; empty where nobody knows
 * @param platform the name of the system, as classifiers have it; empty where nobody knows
 */
public record BuildFacts(
        List<UnpinnedVersion> plugins,
        boolean guarded,
        Set<String> repositoryIds,
        List<KnownRepository> repositories,
        String mavenVersion,
        String environment,
        String platform) {

    /** In the place of a Maven's version, in a kind of build that did not run: what it needs was worked out. */
    public static final String OTHER_MAVENS = "other Mavens";

    private static final Pattern OLD = Pattern.compile("3\\.[0-8]([.-].*)?");

    public BuildFacts {
        plugins = List.copyOf(plugins);
        repositoryIds = Set.copyOf(repositoryIds);
        repositories = List.copyOf(repositories);
    }

    /** Those of a Maven whose version does not matter, nor where it runs. */
    public BuildFacts(
            List<UnpinnedVersion> plugins,
            boolean guarded,
            Set<String> repositoryIds,
            List<KnownRepository> repositories) {
        this(plugins, guarded, repositoryIds, repositories, "", "", "");
    }

    /** Whether {@code #} begins a comment in {@code .mvn/maven.config}; Maven before 3.9 takes what follows for arguments. */
    public boolean knowsComments() {
        return !OLD.matcher(mavenVersion).matches();
    }

    /** Of a build that nothing is known of. */
    public static BuildFacts none() {
        return new BuildFacts(List.of(), false, Set.of(), List.of());
    }

    /** Who chose the version of a plugin that no POM gives one. */
    public enum Chooser {
        /** The super POM that comes with Maven. */
        SUPER_POM,
        /** The life cycle of the packaging, which comes with Maven or an extension. */
        LIFECYCLE,
        /** Nobody: the newest release that the repositories or the disk had was taken. */
        NEWEST,
        /** Nobody: it is a report's, and each site that is built takes the newest release that it finds. */
        SITE
    }

    /**
     * A plugin without a version.
     *
     * @param key {@code groupId:artifactId}
     * @param version the version that was used
     * @param chooser who chose it
     * @param modules of each module that uses it so, the POMs in the checkout that it inherits from, its own first; none of those that
     *     lie elsewhere
     * @param others the POMs that modules inherit from which use the plugin and have its version from somewhere else
     */
    public record UnpinnedVersion(
            String key, String version, Chooser chooser, List<List<String>> modules, Set<String> others) {

        /** In place of a version: Maven has not asked for the newest yet. */
        public static final String NONE_YET = "none yet";

        private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9._+-]{1,128}");

        public UnpinnedVersion {
            modules = List.copyOf(modules);
            others = Set.copyOf(others);
        }

        /** Whether the version is known, and can be written as it is. */
        public boolean isChosen() {
            return PLAIN.matcher(version).matches();
        }

        /** The same, once it is known which version Maven takes. */
        public UnpinnedVersion taking(String taken) {
            return new UnpinnedVersion(key, taken, chooser, modules, others);
        }

        /** The POM of the first module that uses it; empty where that lies outside of the checkout. */
        public String pom() {
            return modules.isEmpty() || modules.get(0).isEmpty()
                    ? ""
                    : modules.get(0).get(0);
        }

        /**
         * Where those modules declare it, without a version. A declaration that others inherit as well is left out: they have a version,
         * and would get another.
         */
        public List<Declaration> declarations(BuildFiles files) {
            List<Declaration> declarations = new ArrayList<>();
            for (Declaration declaration : files.withoutVersion(key)) {
                String pom = declaration.pom().path();
                boolean isReport = !declaration.isAmong("build") && !declaration.isInProfile();
                if (isReport == (chooser == Chooser.SITE) && isOfModule(pom) && !others.contains(pom)) {
                    declarations.add(declaration);
                }
            }
            return declarations;
        }

        private boolean isOfModule(String pom) {
            for (List<String> module : modules) {
                if (module.contains(pom)) {
                    return true;
                }
            }
            return false;
        }

        /** Whether each of those modules gets its version from one of these declarations, once they have one. */
        public boolean isReachedBy(List<Declaration> declarations) {
            Set<String> poms = new HashSet<>();
            for (Declaration declaration : declarations) {
                // Where nobody else brings the plugin, the profile that declares it is active.
                if (declaration.isAmong("build") || chooser == Chooser.NEWEST) {
                    poms.add(declaration.pom().path());
                }
            }
            for (List<String> module : modules) {
                if (Collections.disjoint(module, poms)) {
                    return false;
                }
            }
            return true;
        }
    }

    /**
     * A repository that the build downloads from.
     *
     * @param id its id
     * @param url its address
     */
    public record KnownRepository(String id, String url) {}
}
