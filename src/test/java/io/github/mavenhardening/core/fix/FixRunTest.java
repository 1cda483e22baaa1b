package io.github.mavenhardening.core.fix;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenhardening.core.Hardening;
import io.github.mavenhardening.core.api.Check;
import io.github.mavenhardening.core.api.Checks;
import io.github.mavenhardening.core.finding.Element;
import io.github.mavenhardening.core.finding.Finding;
import io.github.mavenhardening.core.finding.Fix;
import io.github.mavenhardening.core.finding.Location;
import io.github.mavenhardening.core.finding.Persona;
import io.github.mavenhardening.core.finding.Severity;
import io.github.mavenhardening.core.finding.Span;
import io.github.mavenhardening.core.policy.EvaluatedFinding;
import io.github.mavenhardening.core.policy.PolicyLayer;
import io.github.mavenhardening.core.run.WorkflowAudit;
import io.github.mavenhardening.core.source.Environment;
import io.github.mavenhardening.core.source.Repository;
import io.github.mavenhardening.core.source.TrackedTree;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class FixRunTest {

    private static final Checks CHECKS = Checks.load(Check.class.getClassLoader());

    private static Repository repository(String path, String text) {
        return new Repository(new TrackedTree(Map.of(path, text.getBytes(StandardCharsets.UTF_8))), Optional.empty());
    }

    private static List<Finding> look(Repository repository) {
        return look(repository, Persona.REGULAR);
    }

    private static List<Finding> look(Repository repository, Persona persona) {
        Hardening hardening = new Hardening(
                repository,
                new Environment(Clock.systemUTC(), Map.of()),
                CHECKS,
                PolicyLayer.of(Map.of("persona", Optional.of(persona))),
                Optional.empty());
        return hardening.judge(List.of(hardening.audit(new WorkflowAudit()))).counting().stream()
                .map(EvaluatedFinding::finding)
                .toList();
    }

    @Test
    void fixesWhatCanBeFixedAndTouchesNothingElse() {
        String before = """
                on: push   # kept as it is
                permissions: {}
                jobs:
                  build:
                    runs-on: ubuntu-24.04
                    steps:
                      - uses: actions/checkout@0000000000000000000000000000000000000000 # v4.2.0
                      - run: npm ci
                      - run: echo "${{ github.head_ref }}"
                      - run: |
                          echo "${{ github.head_ref }}"
                """;

        FixRun.Outcome outcome =
                new FixRun(repository(".github/workflows/ci.yml", before), FixRunTest::look, finding -> true).run();

        assertThat(outcome.left()).isEmpty();
        assertThat(outcome.fixed()).extracting(Finding::checkId).contains("artipacked", "template-injection");
        assertThat(outcome.texts().get(".github/workflows/ci.yml"))
                .startsWith("on: push   # kept as it is\n")
                .contains("persist-credentials: false", "${GITHUB_HEAD_REF}")
                .doesNotContain("echo \"${{");
        Repository then = repository(".github/workflows/ci.yml", outcome.texts().get(".github/workflows/ci.yml"));
        assertThat(new FixRun(then, FixRunTest::look, finding -> true).run().texts())
                .as("a second run has nothing to do")
                .isEmpty();
    }

    @Test
    void fixesOnlyWhatIsWanted() {
        String before = """
                on: push
                permissions: {}
                jobs:
                  build:
                    runs-on: ubuntu-24.04
                    steps:
                      - uses: actions/checkout@0000000000000000000000000000000000000000 # v4.2.0
                      - run: npm ci
                      - run: echo "${{ github.head_ref }}"
                """;

        FixRun.Outcome outcome = new FixRun(
                        repository(".github/workflows/ci.yml", before),
                        FixRunTest::look,
                        finding -> finding.checkId().equals("artipacked"))
                .run();

        assertThat(outcome.fixed()).extracting(Finding::checkId).containsOnly("artipacked");
    }

    private static Finding word(String text, String word, String replacement) {
        int at = text.indexOf(word);
        Span span = new Span(at, at + word.length(), 1, at + 1, 1, at + 1 + word.length());
        return Finding.of(word, Severity.LOW, Location.of("a.txt", span))
                .message("The word " + word + " is there")
                .remedy("Replace it")
                .subject(word)
                .fix(Fix.of("Replace it", true, new Fix.Edit("a.txt", span, replacement)))
                .build();
    }

    /** Words that are findings, each with what its fix puts in its place. */
    private static Function<Repository, List<Finding>> words(Map<String, String> replacements) {
        return repository -> {
            try {
                String text = repository.read("a.txt").text();
                List<Finding> found = new ArrayList<>();
                // In an order of their own, as findings are; a map's changes from run to run.
                new TreeMap<>(replacements).forEach((word, replacement) -> {
                    if (text.contains(word)) {
                        found.add(word(text, word, replacement));
                    }
                });
                return found;
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        };
    }

    @Test
    void knowsAFindingAgainThatIsNamedByWhatAFixRewrites() {
        String before = """
                on:
                  workflow_dispatch:
                    inputs: {version: {}}
                permissions: {}
                jobs:
                  build:
                    runs-on: ubuntu-24.04
                    steps:
                      - run: curl -sSL https://downloads.example.org/${{ inputs.version }}/tool.sh | sh
                """;

        FixRun.Outcome outcome = new FixRun(
                        repository(".github/workflows/ci.yml", before),
                        FixRunTest::look,
                        finding -> finding.checkId().equals("template-injection"))
                .run();

        assertThat(outcome.left()).isEmpty();
        assertThat(outcome.texts().get(".github/workflows/ci.yml")).contains("/${INPUTS_VERSION}/tool.sh");
        assertThat(outcome.then()).extracting(Finding::checkId).contains("unverified-download-exec");
    }

    @Test
    void doesNotMakeAFixThatBringsAnotherFindingAndSaysWhy() {
        FixRun.Outcome outcome = new FixRun(
                        repository("a.txt", "one two three"),
                        words(Map.of("one", "1", "two", "bad", "three", "3", "bad", "bad")),
                        finding -> true)
                .run();

        assertThat(outcome.texts()).containsExactly(Map.entry("a.txt", "1 two 3"));
        assertThat(outcome.left()).hasSize(1);
        assertThat(outcome.left().values()).singleElement().asString().contains("new finding: The word bad");
    }

    /** What a fix brings, and what has one, is fixed with it; what then is new again is not. */
    @Test
    void fixesWhatAFixBringsWithIt() {
        FixRun.Outcome outcome = new FixRun(
                        repository("a.txt", "one two four"),
                        words(Map.of("one", "1", "two", "bad", "bad", "good", "four", "worse", "worse", "bad")),
                        finding -> true)
                .run();

        assertThat(outcome.texts()).containsExactly(Map.entry("a.txt", "1 good four"));
        assertThat(outcome.fixed()).extracting(Finding::checkId).containsExactlyInAnyOrder("one", "two");
        assertThat(outcome.left().values()).singleElement().asString().contains("new finding: The word bad");
    }

    /** A checkout without credentials pushes nothing: the job's right to is no longer needed, and goes with them. */
    @Test
    void takesARightAwayThatOnlyTheCredentialsNeeded() {
        String before = """
                on: push
                jobs:
                  build:
                    runs-on: ubuntu-24.04
                    permissions:
                      contents: write
                    steps:
                      - uses: actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1
                      - run: ./build.sh
                      - uses: actions/upload-artifact@043fb46d1a93c77aae656e7c1c64a875d1fc6a0a # v7.0.1
                        with:
                          path: .
                """;
        FixRun.Outcome outcome = new FixRun(
                        repository(".github/workflows/ci.yml", before),
                        repository -> look(repository, Persona.PEDANTIC),
                        finding -> Set.of("artipacked", "unneeded-permissions").contains(finding.checkId()))
                .run();

        assertThat(outcome.left()).isEmpty();
        assertThat(outcome.texts().get(".github/workflows/ci.yml"))
                .contains("persist-credentials: false", "contents: read");
    }

    @Test
    void looksAtTheFilesOneByOneInWhichSomethingNewWouldBe() {
        Map<String, byte[]> files = new TreeMap<>();
        for (int i = 0; i < 40; i++) {
            files.put("f" + i, (i == 17 ? "bad" : "good").getBytes(StandardCharsets.UTF_8));
        }
        List<Integer> looks = new ArrayList<>();
        Function<Repository, List<Finding>> each = repository -> {
            looks.add(1);
            List<Finding> found = new ArrayList<>();
            for (String path : files.keySet()) {
                found.addAll(fileIn(repository, path));
            }
            return found;
        };

        FixRun.Outcome outcome = new FixRun(
                        new Repository(new TrackedTree(files), Optional.empty()), each, FixRunTest::isNotWorse)
                .run();

        assertThat(outcome.fixed()).hasSize(39);
        assertThat(outcome.left()).hasSize(1);
        assertThat(looks)
                .as("looked before, at all, at all but one, and at that one")
                .hasSize(4);
    }

    private static boolean isNotWorse(Finding finding) {
        return !finding.subject().equals("worse");
    }

    private static List<Finding> fileIn(Repository repository, String path) {
        try {
            String text = repository.read(path).text();
            Span span = new Span(0, text.length(), 1, 1, 1, 1 + text.length());
            return text.equals("fixed")
                    ? List.of()
                    : List.of(Finding.of("word", Severity.LOW, Location.of(path, span))
                            .message("The word is " + text)
                            .remedy("Replace it")
                            .subject(text)
                            .fix(Fix.of(
                                    "Replace it",
                                    true,
                                    new Fix.Edit(path, span, text.equals("good") ? "fixed" : "worse")))
                            .build());
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** The same finding in another job has a fix of its own: it is tried as well, and named where it is not made, too. */
    @Test
    void triesTheSameFindingOfEachJob() {
        Function<Repository, List<Finding>> jobs = repository -> {
            try {
                String text = repository.read("a.txt").text();
                List<Finding> found = new ArrayList<>();
                for (String job : List.of("first:bad", "second:good", "third:bad")) {
                    if (text.contains(job)) {
                        Finding finding = word(text, job, job.endsWith("bad") ? "worse" : "fine");
                        Element element = new Element(
                                Optional.of(job),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty());
                        found.add(Finding.of("same", Severity.LOW, finding.primary())
                                .message("The same")
                                .remedy("Replace it")
                                .subject("same")
                                .element(element)
                                .fix(finding.fix().orElseThrow())
                                .build());
                    }
                }
                if (text.contains("worse")) {
                    found.add(word(text, "worse", "worse"));
                }
                return found;
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        };
        FixRun.Outcome outcome = new FixRun(
                        repository("a.txt", "first:bad second:good third:bad"),
                        jobs,
                        finding -> finding.checkId().equals("same"))
                .run();

        assertThat(outcome.texts()).containsExactly(Map.entry("a.txt", "first:bad fine third:bad"));
        assertThat(outcome.left().keySet())
                .extracting(finding -> finding.element().job().orElseThrow())
                .containsExactly("first:bad", "third:bad");
    }

    @Test
    void doesNotMakeAFixThatDoesNotHelp() {
        FixRun.Outcome outcome = new FixRun(
                        repository("a.txt", "one two"), words(Map.of("one", "one!", "two", "2")), finding -> true)
                .run();

        assertThat(outcome.texts()).containsExactly(Map.entry("a.txt", "one 2"));
        assertThat(outcome.left().values()).containsExactly("the finding would still be there");
    }

    @Test
    void tellsOneMoreOfAFindingFromOneThatStays() {
        Function<Repository, List<Finding>> each = repository -> {
            try {
                String text = repository.read("a.txt").text();
                List<Finding> found = new ArrayList<>();
                for (String word : List.of(text.split(" ", -1))) {
                    found.add(word(text, word, word.equals("one") ? "two" : word));
                }
                return found;
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        };
        FixRun.Outcome outcome = new FixRun(
                        repository("a.txt", "one two"),
                        each,
                        finding -> finding.checkId().equals("one"))
                .run();
        assertThat(outcome.left().values())
                .containsExactly("there would be a new finding: The word two is there [two]");
    }

    /** What is left is known: fixes that nobody wanted, and files that cannot be read. */
    @Test
    void answersWhatCountsAfterwards() {
        String text = """
                on: push
                permissions: {}
                jobs:
                  build:
                    runs-on: ubuntu-24.04
                    steps:
                      - uses: actions/checkout@0000000000000000000000000000000000000000 # v4.2.0
                      - run: npm ci
                      - run: echo "${{ github.head_ref }}"
                """;
        Repository repository = new Repository(
                new TrackedTree(Map.of(
                        ".github/workflows/ci.yml",
                        text.getBytes(StandardCharsets.UTF_8),
                        ".github/workflows/broken.yml",
                        "on: [push\n".getBytes(StandardCharsets.UTF_8))),
                Optional.empty());

        FixRun.Outcome outcome = new FixRun(
                        repository,
                        FixRunTest::look,
                        finding -> finding.checkId().equals("artipacked"))
                .run();

        assertThat(outcome.fixed()).extracting(Finding::checkId).containsExactly("artipacked");
        assertThat(outcome.then())
                .extracting(Finding::checkId)
                .contains("template-injection", "unreadable-workflow")
                .doesNotContain("artipacked");
        assertThat(outcome.then())
                .filteredOn(it -> it.checkId().equals("template-injection"))
                .allMatch(it -> it.fix().isPresent());
    }

    /** Of two fixes that want the same place the second is made once the first is in, where there is still something to fix. */
    @Test
    void makesOneOfTwoFixesThatOverlap() {
        FixRun.Outcome both = new FixRun(
                        repository("a.txt", "one two"), words(Map.of("one two", "1 two", "two", "2")), finding -> true)
                .run();
        assertThat(both.texts()).containsExactly(Map.entry("a.txt", "1 2"));
        FixRun.Outcome one = new FixRun(
                        repository("a.txt", "one two"), words(Map.of("one two", "3", "two", "3")), finding -> true)
                .run();
        assertThat(one.texts()).containsExactly(Map.entry("a.txt", "3"));
        assertThat(one.left()).isEmpty();
    }

    @Test
    void doesNotMakeAFixOutsideOfItsText() {
        FixRun.Outcome outcome = new FixRun(
                        repository("a.txt", "one"),
                        seen -> List.of(word("some text before one", "one", "1")),
                        finding -> true)
                .run();
        assertThat(outcome.texts()).isEmpty();
        assertThat(outcome.left().values()).containsExactly("its edits do not fit the text");
    }

    /** One change may be the fix of several findings, and all of them are fixed by it. */
    @Test
    void countsEachFindingOfAFix() {
        String text = """
                on: push
                permissions:
                  contents: write
                  issues: write
                jobs:
                  a: {runs-on: x, steps: []}
                  b: {runs-on: x, steps: []}
                """;
        Fix same = Fix.of("Replace it", true, new Fix.Edit("a.txt", new Span(0, 3, 1, 1, 1, 4), "1"));
        FixRun.Outcome outcome = new FixRun(
                        repository("a.txt", "one"),
                        seen -> {
                            try {
                                return seen.read("a.txt").text().equals("1")
                                        ? List.of()
                                        : List.of(
                                                word("one", "one", "1").toBuilder()
                                                        .fix(same)
                                                        .build(),
                                                word("one", "on", "1").toBuilder()
                                                        .fix(same)
                                                        .build());
                            } catch (Exception e) {
                                throw new IllegalStateException(e);
                            }
                        },
                        finding -> true)
                .run();
        assertThat(outcome.fixed()).hasSize(2);
        FixRun.Outcome grants = new FixRun(
                        repository(".github/workflows/ci.yml", text),
                        FixRunTest::look,
                        finding -> finding.checkId().equals("excessive-permissions"))
                .run();
        assertThat(grants.fixed()).hasSize(2);
        assertThat(grants.texts().get(".github/workflows/ci.yml")).isEqualTo(text.replace("write", "read"));
    }

    /** A second run has nothing to do: what cannot be fixed must not keep the rest from being tried. */
    @Test
    void makesAllFixesAmongManyThatCannotBeMade() {
        StringBuilder text = new StringBuilder();
        for (int i = 100; i < 340; i++) {
            text.append(i % 2 == 0 ? "stays" : "goes").append(i).append(' ');
        }
        Function<Repository, List<Finding>> look = repository -> {
            try {
                String now = repository.read("a.txt").text();
                List<Finding> found = new ArrayList<>();
                for (String word : now.strip().split(" +", -1)) {
                    boolean stays = word.startsWith("stays");
                    int at = now.indexOf(word);
                    Span span = new Span(at, at + word.length(), 1, at + 1, 1, at + 1 + word.length());
                    found.add(Finding.of(stays ? "stays" : "goes", Severity.LOW, Location.of("a.txt", span))
                            .message("The word " + word + " is there")
                            .remedy("Remove it")
                            .subject(word)
                            .fix(Fix.of("Remove it", true, new Fix.Edit("a.txt", span, stays ? word : "")))
                            .build());
                }
                return found;
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        };

        FixRun.Outcome outcome = new FixRun(repository("a.txt", text.toString()), look, finding -> true).run();

        assertThat(outcome.fixed()).hasSize(120).extracting(Finding::checkId).containsOnly("goes");
        assertThat(outcome.left().values()).hasSize(120).containsOnly("the finding would still be there");
        String then = outcome.texts().get("a.txt");
        assertThat(new FixRun(repository("a.txt", then), look, finding -> true)
                        .run()
                        .texts())
                .isEmpty();
    }
}
