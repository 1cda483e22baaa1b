package io.github.mavenhardening.core.scorecard;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FuzzingScoreTest {

    private final ScorecardFixture files = new ScorecardFixture();

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "a/F.java;       import com.code_intelligence.jazzer-api.FuzzedDataProvider;          0",
                "a_test.go;      func FuzzA(f *testing.F) {;                                          10",
                "a.go;           func FuzzA(f *testing.F) {;                                          0",
                "a_test.go;      func TestA(t *testing.T) {;                                          0",
                "a.py;           import atheris;                                                      10",
                "a.rs;           use libfuzzer_sys::fuzz_target;                                      10",
                "a.cc;           int LLVMFuzzerTestOneInput(;                                         10",
                "a.h;            int LLVMFuzzerTestOneInput(;                                         0",
                "a.swift;        func LLVMFuzzerTestOneInput(;                                        10",
                "a.hs;           import qualified Test.QuickCheck;                                    10",
                "a.lhs;          import Test.Tasty.Hedgehog;                                          10",
                "a.hs;           import Test.Hspec;                                                   0",
                "a.js;           const fc = require('fast-check');                                    10",
                "a.ts;           import { it } from \"@fast-check/vitest\";                           10",
                "a.tsx;          import fc from 'fast-check';                                         10",
                "a.jsx;          import fc from 'fast-check';                                         10",
                "a.ex;           use PropCheck;                                                       10",
                "a.exs;          use ExUnitProperties;                                                10",
                "a.exs;          use ExUnit.Case;                                                     0",
                "a.gleam;        import qcheck;                                                       10",
                "a.cs;           'using FsCheck.Xunit;';                                              10",
                "a.cs;           'using FsCheck.Other;';                                              0",
                "a.fs;           open FsCheck.NUnit;                                                  10",
                "a.fs;           open Expecto;                                                        0",
                "a.erl;          -include_lib(\"proper/include/proper.hrl\").;                        10",
                "a.txt;          import atheris;                                                      0",
                "testdata/a.py;  import atheris;                                                      0",
            })
    void knowsFuzzersByTheirUse(String path, String line, String expected) {
        files.with(path, "first\n" + line + "\n");
        assertThat(files.score("Fuzzing")).isEqualTo(expected);
    }

    /** In two, or this file would count as a use of the fuzzer. */
    @Test
    void knowsJazzer() {
        String use = "import com.code_intelligence.jazzer" + ".api.FuzzedDataProvider;\n";
        files.with("src/test/java/F.java", use);
        assertThat(files.score("Fuzzing")).as("Scorecard opens no tests").isEqualTo("0");
        files.with("fuzz/F.java", use);
        assertThat(files.score("Fuzzing")).isEqualTo("10");
    }

    @Test
    void knowsClusterFuzzLite() {
        files.with(".clusterfuzzlite/Dockerfile", "# nothing yet\n\n");
        assertThat(files.score("Fuzzing")).isEqualTo("0");
        files.with(".clusterfuzzlite/Dockerfile", "# now\nFROM a\n");
        assertThat(files.score("Fuzzing")).isEqualTo("10");
    }
}
