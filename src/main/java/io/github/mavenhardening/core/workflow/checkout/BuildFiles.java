package io.github.mavenhardening.core.workflow.checkout;

import io.github.mavenhardening.core.shell.GradleCommand;
import io.github.mavenhardening.core.shell.MavenCommand;
import io.github.mavenhardening.core.shell.ShellCommand;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Files by which who writes one alone has a build run what he likes: programs, folders of programs, and what a tool reads to know
 * what to run or from where to install it.
 *
 * @see <a href="https://boostsecurityio.github.io/lotp/">Living off the pipeline, which lists such files</a>
 */
final class BuildFiles {

    private static final Pattern PROGRAM =
            Pattern.compile("(?i).{0,300}\\.(?:java|kts?|groovy|gradle|scala|clj|[cm]?[jt]sx?|vue|svelte"
                    + "|pyx?|go|rs|rb|php|pl|lua|r|jl|exs?|erl|hs|swift|dart|zig|nim|c|cc|cpp|cxx|h|hpp|mm?|cs|fs|vb|sh|bash|ps1|psm1|bat|cmd"
                    + "|mk|cmake|bzl|rake|gemspec|nix|tf)");

    /** Names that folders of programs go by; a folder of documents or of data is none. */
    private static final Set<String> PROGRAM_FOLDERS = Set.of(
            ("src source main java kotlin test tests spec specs lib libs app cmd pkg internal packages modules crates node_modules"
                            + " .mvn gradle buildsrc build-logic .cargo .husky scripts tools bin hooks plugins _plugins extensions")
                    .split(" ", -1));

    private static final String MAVEN = "mvn";
    private static final String GRADLE = "gradle";

    private static final Map<String, Set<String>> FILES = byTool();

    private static Map<String, Set<String>> byTool() {
        Map<String, Set<String>> files = new HashMap<>();
        put(files, MAVEN, "pom.xml extensions.xml maven.config jvm.config");
        put(files, GRADLE, "gradle.properties libs.versions.toml gradle-wrapper.properties gradle-wrapper.jar");
        put(files, "ant", "build.xml");
        put(files, "sbt", "build.sbt build.properties plugins.sbt");
        put(files, "make gmake", "Makefile makefile GNUmakefile");
        put(files, "cmake ctest", "CMakeLists.txt CMakePresets.json");
        put(files, "meson ninja", "meson.build build.ninja");
        put(files, "bazel bazelisk", "BUILD BUILD.bazel WORKSPACE WORKSPACE.bazel MODULE.bazel .bazelrc");
        put(
                files,
                "npm pnpm yarn bun npx pnpx bunx nx lerna turbo",
                "package.json package-lock.json npm-shrinkwrap.json yarn.lock pnpm-lock.yaml pnpm-workspace.yaml bun.lock bun.lockb .npmrc"
                        + " .yarnrc .yarnrc.yml .pnpmfile.cjs project.json nx.json lerna.json turbo.json .babelrc .eslintrc"
                        + " .eslintrc.json .eslintrc.yml .eslintrc.yaml .mocharc.json .mocharc.yml");
        put(
                files,
                "pip pip3 uv pipenv poetry pdm hatch tox nox pytest coverage invoke mypy pylint maturin",
                "requirements.txt requirements-dev.txt dev-requirements.txt constraints.txt setup.cfg pyproject.toml tox.ini pytest.ini"
                        + " mypy.ini Pipfile Pipfile.lock poetry.lock pdm.lock uv.lock MANIFEST.in");
        put(files, "mkdocs sphinx-build", "mkdocs.yml mkdocs.yaml");
        put(
                files,
                "bundle rake rails rspec rubocop jekyll fastlane",
                "Gemfile Gemfile.lock Rakefile Fastfile .rspec .rubocop.yml _config.yml");
        put(files, "composer phpunit phpstan", "composer.json composer.lock phpunit.xml phpunit.xml.dist phpstan.neon");
        put(files, "cargo cross", "Cargo.toml Cargo.lock config.toml");
        put(
                files,
                "go golangci-lint goreleaser",
                "go.mod go.sum go.work .golangci.yml .golangci.yaml .goreleaser.yml .goreleaser.yaml");
        put(files, "dotnet msbuild", "Directory.Build.props Directory.Build.targets NuGet.Config nuget.config");
        put(
                files,
                "docker podman docker-compose",
                "Dockerfile Containerfile docker-compose.yml docker-compose.yaml compose.yml compose.yaml"
                        + " docker-bake.hcl");
        put(files, "dart flutter", "pubspec.yaml pubspec.lock build.yaml");
        put(files, "just", "justfile Justfile");
        put(files, "task", "Taskfile.yml Taskfile.yaml");
        put(files, "earthly", "Earthfile");
        put(files, "pre-commit", ".pre-commit-config.yaml");
        put(files, "lefthook", "lefthook.yml");
        put(files, "terragrunt", "terragrunt.hcl");
        put(files, "helmfile", "helmfile.yaml");
        put(files, "ansible-playbook", "ansible.cfg playbook.yml");
        put(files, "pod", "Podfile Podfile.lock");
        put(files, "mix", "mix.lock");
        return Map.copyOf(files);
    }

    private BuildFiles() {}

    private static void put(Map<String, Set<String>> files, String tools, String names) {
        for (String tool : tools.split(" ", -1)) {
            files.put(tool, Set.of(names.split(" ", -1)));
        }
    }

    /** Whether a build runs what a file or a folder says that lies in its own folder or below; a name may have a {@code *} in it. */
    static boolean steer(ShellCommand build, String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        if (PROGRAM.matcher(name).matches() || PROGRAM_FOLDERS.contains(name.toLowerCase(Locale.ROOT))) {
            return true;
        }
        Set<String> files = FILES.getOrDefault(tool(build), Set.of());
        int star = name.indexOf('*');
        if (star < 0) {
            return files.contains(name);
        }
        String start = name.substring(0, star);
        String end = name.substring(name.lastIndexOf('*') + 1);
        for (String file : files) {
            if (file.length() >= start.length() + end.length() && file.startsWith(start) && file.endsWith(end)) {
                return true;
            }
        }
        return false;
    }

    private static String tool(ShellCommand build) {
        return MavenCommand.of(build).isPresent()
                ? MAVEN
                : GradleCommand.of(build).isPresent() ? GRADLE : build.name();
    }
}
