package io.github.mavenhardening.core.report.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.mavenhardening.core.api.Family;
import io.github.mavenhardening.core.finding.Finding;
import io.github.mavenhardening.core.finding.Location;
import io.github.mavenhardening.core.finding.Severity;
import io.github.mavenhardening.core.history.History;
import io.github.mavenhardening.core.history.HistoryPoint;
import io.github.mavenhardening.core.policy.Result;
import io.github.mavenhardening.core.report.JsonReport;
import io.github.mavenhardening.core.report.Provenance;
import io.github.mavenhardening.core.report.aggregate.ReportFiles;
import io.github.mavenhardening.core.run.AuditResult;
import io.github.mavenhardening.core.run.Coverage;
import io.github.mavenhardening.core.source.Version;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The page in a browser, where this machine has one. */
class PageInChromiumTest {

    @TempDir
    static Path folder;

    private static Chromium chromium;

    @BeforeAll
    static void start() throws Exception {
        Optional<Path> program = Chromium.find();
        assumeTrue(program.isPresent(), "no Chromium is on the PATH: the page is not looked at in a browser");
        chromium = new Chromium(program.get(), Files.createDirectory(folder.resolve("profile")));
    }

    @AfterAll
    static void stop() throws Exception {
        if (chromium != null) {
            chromium.close();
        }
    }

    private static Path page(Result result) throws Exception {
        Path file = folder.resolve("hardening.html");
        return Files.write(file, new HtmlReport().encode(result, PageSamples.context()));
    }

    private static String text(String expression) throws Exception {
        return chromium.evaluate(expression).asText();
    }

    @ParameterizedTest
    @CsvSource({"1280,false", "1280,true", "390,false", "390,true", "320,false"})
    void fitsItsWindowAndAsksForNothing(int width, boolean dark) throws Exception {
        Path file = page(PageSamples.small());
        chromium.open(file, "#open=sample-shell&open=sample-reference&open=sample-token", width, dark);
        chromium.evaluate("document.querySelectorAll('details').forEach(node => node.open = true)");
        chromium.evaluate("new Promise(done => setTimeout(done, 100))");

        assertThat(chromium.evaluate("document.documentElement.scrollWidth").intValue())
                .isLessThanOrEqualTo(width);
        assertThat(chromium.complaints()).isEmpty();
        assertThat(chromium.requests()).allMatch(url -> url.startsWith("file:"));
        assertThat(chromium.evaluate("document.querySelectorAll('.finding').length")
                        .intValue())
                .isEqualTo(3);
        assertThat(text("document.querySelector('mark').textContent")).isEqualTo("${{ github.head_ref }}");
        assertThat(text("document.querySelector('.row.added').textContent"))
                .isEqualTo("+      - uses: actions/checkout@0123abc # v4");
        assertThat(text("document.querySelector('[data-until]').textContent"))
                .matches("\\d+ days? left|Last day|Over for .*");
    }

    /** Contrast by WCAG 2: every word against what is behind it. */
    @ParameterizedTest
    @CsvSource({"false", "true"})
    void canBeReadInLightAndDark(boolean dark) throws Exception {
        chromium.open(page(PageSamples.small()), "#open=sample-shell&open=sample-reference", 1280, dark);
        chromium.evaluate("document.querySelectorAll('details').forEach(node => node.open = true)");
        chromium.evaluate("new Promise(done => setTimeout(done, 100))");

        assertThat(text("""
                (() => {
                  const parse = color => (color.match(/[\\d.]+/g) || []).map(Number);
                  const light = color => {
                    const [r, g, b] = color.slice(0, 3).map(part => part / 255)
                      .map(part => part <= .03928 ? part / 12.92 : Math.pow((part + .055) / 1.055, 2.4));
                    return .2126 * r + .7152 * g + .0722 * b;
                  };
                  const behind = node => {
                    for (let at = node; at; at = at.parentElement) {
                      const color = parse(getComputedStyle(at).backgroundColor);
                      if (color.length === 3 || color[3] > 0) {
                        return color;
                      }
                    }
                    return [255, 255, 255];
                  };
                  const bad = new Set();
                  for (const node of document.querySelectorAll('body *')) {
                    const words = [...node.childNodes].some(child => child.nodeType === 3 && child.textContent.trim());
                    if (!words || ['SCRIPT', 'OPTION'].includes(node.tagName)) {
                      continue;
                    }
                    const [one, other] = [light(parse(getComputedStyle(node).color)), light(behind(node))].sort((a, b) => b - a);
                    if ((one + .05) / (other + .05) < 4.5) {
                      bad.add(node.tagName + '.' + node.className + ' ' + ((one + .05) / (other + .05)).toFixed(2));
                    }
                  }
                  return [...bad].join('; ');
                })()""")).isEmpty();
    }

    /** One that says that there are more is none itself, and what is found of the repository as a whole is in no file. */
    @Test
    void countsWhatIsListedAndSaysThatThereIsMore() throws Exception {
        List<Finding> findings = new ArrayList<>();
        for (String subject : List.of("a", "b", Finding.MORE)) {
            findings.add(Finding.of("sample-shell", Severity.HIGH, Location.ofRepository())
                    .message("It is not there")
                    .remedy("Add it")
                    .subject(subject)
                    .build());
        }
        chromium.open(
                page(PageSamples.judge(new AuditResult(
                        Family.POSTURE, AuditResult.Outcome.CHECKED, findings, new TreeMap<>(), List.of(), List.of()))),
                "",
                1280,
                false);

        assertThat(text("document.getElementById('shown').textContent")).isEqualTo("more than 2 findings");
        assertThat(text("document.querySelector('.group .amount').textContent")).isEqualTo("more than 2 findings");
    }

    @Test
    void filtersFiveThousandFindingsWithoutAWait() throws Exception {
        chromium.open(page(PageSamples.many(5_000)), "#open=sample-shell&open=sample-name", 1280, false);

        assertThat(text("document.getElementById('shown').textContent")).isEqualTo("5000 findings");
        double longest = chromium.evaluate("""
                (async () => {
                  const query = document.getElementById('query');
                  const all = ['o', 'oc', 'octo/action-1', 'octo/action-1 v7', 'shell', 'nothing at all', ''];
                  const best = all.map(() => Infinity);
                  /* Other programs take their time from this one: what it needs is the least of several times. */
                  for (let round = 0; round < 8; round++) {
                    for (const [i, words] of all.entries()) {
                      const start = performance.now();
                      query.value = words;
                      query.dispatchEvent(new Event('input'));
                      await new Promise(done => requestAnimationFrame(done));
                      document.body.getBoundingClientRect();
                      best[i] = Math.min(best[i], performance.now() - start);
                    }
                  }
                  return Math.max(...best);
                })()""").doubleValue();
        assertThat(longest).as("milliseconds").isLessThan(100);
        assertThat(chromium.evaluate("document.querySelectorAll('.finding').length")
                        .intValue())
                .isEqualTo(50);
    }

    @Test
    void findsWhatIsTypedAndPutsItIntoTheAddress() throws Exception {
        chromium.open(page(PageSamples.many(400)), "", 1280, false);
        chromium.evaluate("""
                (() => {
                  const query = document.getElementById('query');
                  query.value = 'workflow-7.yml TOKEN';
                  query.dispatchEvent(new Event('input'));
                  query.dispatchEvent(new Event('change'));
                  document.getElementById('by').value = 'file';
                  document.getElementById('by').dispatchEvent(new Event('change'));
                  return new Promise(done => setTimeout(done, 100));
                })()""");

        assertThat(text("document.getElementById('shown').textContent")).isEqualTo("0 of 400 findings");
        assertThat(text("location.hash")).isEqualTo("#q=workflow-7.yml+TOKEN&by=file");

        chromium.open(page(PageSamples.many(400)), "#q=workflow-6.yml+token&by=file", 1280, false);
        assertThat(text("document.getElementById('shown').textContent")).isEqualTo("4 of 400 findings");
        assertThat(
                        text(
                                "[...document.querySelectorAll('.group:not([hidden]) .id')].map(node => node.textContent).join()"))
                .isEqualTo(".github/workflows/workflow-6.yml");
    }

    @Test
    void opensTheFindingThatALinkNames() throws Exception {
        Path file = page(PageSamples.many(400));
        chromium.open(file, "", 1280, false);
        String id = text("JSON.parse(document.getElementById('data').textContent).findings[399].id");
        chromium.open(file, "#at=" + id, 1280, false);

        assertThat(text("document.activeElement.parentElement.id")).isEqualTo("at-" + id);
        assertThat(text("document.activeElement.parentElement.open")).isEqualTo("true");
    }

    @Test
    void isWholeWithoutAScript() throws Exception {
        chromium.scripts(false);
        try {
            chromium.open(page(PageSamples.small()), "", 390, false);
        } finally {
            chromium.scripts(true);
        }

        assertThat(text("document.getElementById('filter').hidden")).isEqualTo("true");
        assertThat(text("document.querySelectorAll('.places li').length")).isEqualTo("4");
        assertThat(chromium.complaints()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1280,false", "390,true"})
    void showsManyRepositories(int width, boolean dark) throws Exception {
        Path reports = folder.resolve("reports-" + width);
        for (int i = 0; i < 40; i++) {
            Files.createDirectories(reports.resolve("run-" + i % 3));
            Files.write(
                    reports.resolve("run-" + i % 3).resolve("r" + i % 20 + ".json"),
                    new JsonReport()
                            .encode(
                                    i == 5 ? PageSamples.judge() : PageSamples.many(i),
                                    PageSamples.context()
                                            .of(PageSamples.checkout("https://github.com/octo/r" + i % 20))));
        }
        Files.writeString(reports.resolve("broken.json"), "{");
        Path file = folder.resolve("aggregate.html");
        chromium.open(Files.write(file, AggregatePage.encode(ReportFiles.in(reports), "1.2.3")), "#q=r17", width, dark);

        assertThat(chromium.evaluate("document.documentElement.scrollWidth").intValue())
                .isLessThanOrEqualTo(width);
        assertThat(chromium.complaints()).isEmpty();
        assertThat(chromium.requests()).allMatch(url -> url.startsWith("file:"));
        assertThat(text("document.getElementById('shown').textContent")).isEqualTo("1 of 20");
        assertThat(text("document.querySelectorAll('.trend').length")).isEqualTo("20");
    }

    @ParameterizedTest
    @CsvSource({"1280,false", "390,true"})
    void showsAHistory(int width, boolean dark) throws Exception {
        List<HistoryPoint> points = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            Version version = new Version(
                    i == 7 ? "v7, a-tag-with-a-long-name-that-nobody-would-give-it" : "v" + i,
                    "0123456789abcdef0123456789abcdef01234567",
                    Instant.parse("2026-01-01T00:00:00Z").plusSeconds(86400L * i));
            points.add(new HistoryPoint(
                    version,
                    i > 150,
                    Map.of(Severity.HIGH, 200 - i, Severity.LOW, i / 3),
                    0,
                    new TreeMap<>(Map.of("unpinned-uses", 200 - i, "artipacked", i / 3)),
                    List.of(new Coverage("actions", "pinned", i, 200)),
                    List.of(),
                    i != 9));
        }
        Path file = folder.resolve("history-" + width + ".html");
        byte[] page = HistoryPage.encode(new History(points, List.of("A limit")), Provenance.unknown(), "1.2.3");
        chromium.open(Files.write(file, page), "#q=v199", width, dark);

        assertThat(chromium.evaluate("document.documentElement.scrollWidth").intValue())
                .isLessThanOrEqualTo(width);
        assertThat(chromium.complaints()).isEmpty();
        assertThat(chromium.requests()).allMatch(url -> url.startsWith("file:"));
        assertThat(text("document.getElementById('shown').textContent")).isEqualTo("1 of 200");
        assertThat(text("document.querySelectorAll('.curve polyline').length")).isEqualTo("4");
        assertThat(text("getComputedStyle(document.querySelector('.curve .high polyline')).stroke !== 'none'"))
                .isEqualTo("true");
    }
}
