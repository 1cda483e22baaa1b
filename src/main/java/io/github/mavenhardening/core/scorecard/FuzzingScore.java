package io.github.mavenhardening.core.scorecard;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Ten where ClusterFuzzLite is set up, or a source uses a fuzzer or property-based tests that Scorecard knows; else nothing.
 *
 * @see <a href="https://github.com/ossf/scorecard/blob/main/checks/raw/fuzzing.go">Scorecard: languageFuzzSpecs</a>
 */
final class FuzzingScore {

    private static final String NAME = "Fuzzing";
    private static final String CLUSTER_FUZZ_LITE = ".clusterfuzzlite/Dockerfile";

    /** A fuzzer by what a line has, in sources of a language, that use it. */
    private record Fuzzer(String name, Pattern files, Pattern use) {}

    private static final List<Fuzzer> FUZZERS = List.of(
            fuzzer("Jazzer", ".*\\.java", "com.code_intelligence.jazzer.api.FuzzedDataProvider;"),
            fuzzer(
                    "Go's fuzzing",
                    ".*_test\\.go",
                    "func\\s{1,20}Fuzz\\w{1,200}\\s{0,20}\\(\\w{1,100}\\s{1,20}\\*testing.F\\)"),
            fuzzer("Atheris", ".*\\.py", "import atheris"),
            fuzzer("cargo-fuzz", ".*\\.rs", "libfuzzer_sys"),
            fuzzer("libFuzzer", ".*\\.(?:c|cc|cpp|swift)", "LLVMFuzzerTestOneInput"),
            fuzzer(
                    "property-based tests of Haskell",
                    ".*\\.l?hs",
                    "import\\s{1,20}(?:qualified\\s{1,20})?Test\\.(?:(?:Hspec|Tasty)\\.)?"
                            + "(?:QuickCheck|Hedgehog|Validity|SmallCheck)"),
            fuzzer(
                    "property-based tests of Erlang",
                    ".*\\.[eh]rl",
                    "-include_lib\\(\"(?:eqc|proper)/include/(?:eqc|proper).hrl\"\\)\\."),
            fuzzer("property-based tests of Elixir", ".*\\.exs?", "use\\s{1,20}(?:PropCheck|ExUnitProperties)"),
            fuzzer("property-based tests of Gleam", ".*\\.gleam", "import\\s{1,20}qcheck"),
            fuzzer(
                    "property-based tests of C#",
                    ".*\\.cs",
                    "using\\s{1,20}(?:FsCheck(?:\\.(?:NUnit|Xunit))?|Expecto\\.ExpectoFsCheck);"),
            fuzzer("property-based tests of F#", ".*\\.fs", "open\\s{1,20}(?:FsCheck|Expecto\\.ExpectoFsCheck)"),
            fuzzer(
                    "property-based tests of JavaScript or TypeScript",
                    ".*\\.[jt]sx?",
                    "from\\s{1,20}['\"](?:fast-check|@fast-check/(?:ava|jest|vitest))['\"]"
                            + "|require\\(\\s{0,20}['\"](?:fast-check|@fast-check/(?:ava|jest|vitest))['\"]\\s{0,20}\\)"));

    private FuzzingScore() {}

    private static Fuzzer fuzzer(String name, String files, String use) {
        return new Fuzzer(name, Pattern.compile(files, Pattern.CASE_INSENSITIVE), Pattern.compile(use));
    }

    static Score of(RepositoryView view) {
        if (usesClusterFuzzLite(view)) {
            return Score.of(NAME, true, "ClusterFuzzLite");
        }
        for (Fuzzer fuzzer : FUZZERS) {
            Optional<RepositoryView.TextFile> use = view
                    .texts(path -> fuzzer.files().matcher(path).matches())
                    .stream()
                    .filter(file -> file.text()
                            .lines()
                            .anyMatch(line -> fuzzer.use().matcher(line).find()))
                    .findFirst();
            if (use.isPresent()) {
                return Score.of(NAME, true, fuzzer.name());
            }
        }
        return Score.of(NAME, false, "no fuzzer in the repository; OSS-Fuzz is not asked");
    }

    /** Its Dockerfile must hold more than comments. */
    private static boolean usesClusterFuzzLite(RepositoryView view) {
        return view.textOf(CLUSTER_FUZZ_LITE)
                .filter(file -> file.text()
                        .lines()
                        .anyMatch(line -> !line.isBlank() && !line.strip().startsWith("#")))
                .isPresent();
    }
}
