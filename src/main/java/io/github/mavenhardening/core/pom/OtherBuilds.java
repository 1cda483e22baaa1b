package io.github.mavenhardening.core.pom;

import io.github.mavenhardening.core.launch.MavenFolder;
import io.github.mavenhardening.core.source.Repository;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The files of other builds that a checkout holds: POMs that no build of its root reaches, settings that somebody may name on a
 * command line, wrappers of other folders.
 */
public final class OtherBuilds {

    /** The most files of them that are read. */
    private static final int MOST = 1_000;

    private static final String WRAPPER = ".mvn/" + WrapperProperties.FILE;

    private static final Pattern SETTINGS =
            Pattern.compile("(?i)(?:[^/]{0,100}[-_.])?settings(?:[-_.][^/]{0,100})?\\.xml");

    /** Folders whose builds nobody runs but to try something. */
    private static final Pattern EXAMPLE = Pattern.compile(
            "(?i)(?:^|/)(?:[^/]{1,60}-)?(?:examples?|samples?|demos?|tests?|its?|test-?data|fixtures?|benchmarks?|templates?|archetypes?)"
                    + "(?:-[^/]{1,60})?/");

    private final BuildFiles files;
    private final boolean isWhole;

    private OtherBuilds(BuildFiles files, boolean isWhole) {
        this.files = files;
        this.isWhole = isWhole;
    }

    /** Those beside the build that has these files; what lies below {@code src} is data of tests, or a template. */
    public static OtherBuilds beside(BuildFiles build, Repository repository) {
        return repository.known(OtherBuilds.class, () -> find(build, repository));
    }

    private static OtherBuilds find(BuildFiles build, Repository repository) {
        Set<String> known = new HashSet<>();
        for (Pom pom : build.poms()) {
            known.add(pom.path());
        }
        for (Pom other : build.others()) {
            known.add(other.path());
        }
        for (MavenFolder folder : build.folders()) {
            known.add(folder.pathOf(WrapperProperties.FILE));
        }
        List<String> poms = new ArrayList<>();
        List<String> settings = new ArrayList<>();
        List<MavenFolder> folders = new ArrayList<>();
        for (String path : repository.files()) {
            if (known.contains(path) || ("/" + path).contains("/src/")) {
                continue;
            }
            String name = path.substring(path.lastIndexOf('/') + 1);
            if (name.equals(BuildFilesReader.POM)) {
                poms.add(path);
            } else if (path.endsWith('/' + WRAPPER)) {
                folders.add(MavenFolder.of(repository, path.substring(0, path.length() - WRAPPER.length() - 1)));
            } else if (SETTINGS.matcher(name).matches()) {
                settings.add(path);
            }
        }
        boolean isWhole = poms.size() <= MOST && settings.size() <= MOST && folders.size() <= MOST;
        return new OtherBuilds(
                BuildFilesReader.apart(repository, first(poms), first(settings), first(folders)), isWhole);
    }

    private static <T> List<T> first(List<T> all) {
        return all.subList(0, Math.min(MOST, all.size()));
    }

    /** Their files: settings count among the files beside POMs, and of a folder only that it has a wrapper. */
    public BuildFiles files() {
        return files;
    }

    /** What is to be said where some of very many are left out. */
    public Optional<String> gap() {
        return isWhole
                ? Optional.empty()
                : Optional.of("of the many POMs, settings and wrappers that the root's build does not read, the first "
                        + MOST + " of each were looked at");
    }

    /** Whether a file lies among examples or tests, by its path. */
    public static boolean isExample(String path) {
        return EXAMPLE.matcher(path).find();
    }
}
