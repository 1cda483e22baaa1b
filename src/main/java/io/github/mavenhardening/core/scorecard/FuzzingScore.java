package io.github.mavenhardening.core.scorecard;

import java.util.List;
import java.util.regex.Pattern;

/** Ten where ClusterFuzzLite is set up, or a source uses a fuzzer that Scorecard knows; else nothing. */
final class FuzzingScore {

    private static final String NAME = "Fuzzing";

    /** A fuzzer by what sources of a language have that use it. */
    private record Fuzzer(String name, Pattern files, Pattern use) {}

    private static final List<Fuzzer> FUZZERS = List.of(
            fuzzer("Jazzer", "java", "com\\.code_intelligence\\.jazzer\\.api\\.FuzzedDataProvider;"),
            fuzzer("Go's fuzzing", "go", "func\\s{1,20}Fuzz\\w{1,200}\\s{0,20}\\(\\w{1,100}\\s{1,20}\\*testing\\.F\\)"),
            fuzzer("Atheris", "py", "import atheris"),
            fuzzer("cargo-fuzz", "rs", "libfuzzer_sys"),
            fuzzer("libFuzzer", "c|cc|cpp|swift", "LLVMFuzzerTestOneInput"),
            fuzzer(
                    "property-based tests",
                    "js|ts",
                    "(?:from\\s{1,20}|require\\(\\s{0,20})['\"](?:fast-check|@fast-check/(?:ava|jest|vitest))['\"]"));

    private FuzzingScore() {}

    private static Fuzzer fuzzer(String name, String extensions, String use) {
        return new Fuzzer(name, Pattern.compile(".*\\.(?:" + extensions + ")"), Pattern.compile(use));
    }

    static Score of(RepositoryView view) {
        if (view.repository().isFile(".clusterfuzzlite/Dockerfile")) {
            return Score.of(NAME, true, "ClusterFuzzLite");
        }
        for (Fuzzer fuzzer : FUZZERS) {
            boolean used = view.texts(path -> fuzzer.files().matcher(path).matches())
                    .anyMatch(text -> fuzzer.use().matcher(text).find());
            if (used) {
                return Score.of(NAME, true, fuzzer.name());
            }
        }
        return Score.of(NAME, false, "no fuzzer in the repository; OSS-Fuzz is not asked");
    }
}
