package io.github.mavenhardening.core.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.mavenhardening.core.api.Family;
import io.github.mavenhardening.core.finding.Finding;
import io.github.mavenhardening.core.finding.Fix;
import io.github.mavenhardening.core.finding.Location;
import io.github.mavenhardening.core.finding.Severity;
import io.github.mavenhardening.core.finding.Span;
import io.github.mavenhardening.core.json.Json;
import io.github.mavenhardening.core.policy.Result;
import io.github.mavenhardening.core.report.CheckoutView;
import io.github.mavenhardening.core.report.Commands;
import io.github.mavenhardening.core.report.Provenance;
import io.github.mavenhardening.core.report.ReportContext;
import io.github.mavenhardening.core.report.SpelledResult;
import io.github.mavenhardening.core.run.AuditResult;
import io.github.mavenhardening.core.run.Coverage;
import io.github.mavenhardening.core.run.Measures;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlReportTest {

    private static final Pattern DATA =
            Pattern.compile("<script type=\"application/json\" id=\"data\">(.*?)</script>", Pattern.DOTALL);
    private static final Pattern SCRIPT = Pattern.compile("<script>(.*?)</script>", Pattern.DOTALL);

    private static String page(Result result) {
        return new HtmlReport().render(result, PageSamples.context());
    }

    private static JsonNode data(String page) throws IOException {
        Matcher data = DATA.matcher(page);
        assertThat(data.find()).isTrue();
        return Json.read(data.group(1));
    }

    private static String text(JsonNode data, JsonNode number) {
        return data.at("/texts").get(number.intValue()).textValue();
    }

    @Test
    void saysTheVerdictAndWhoseItIs() {
        assertThat(page(PageSamples.small()))
                .contains("<h1>octo/repository</h1>")
                .contains("branch main \u00b7 commit 0123456789 \u00b7 policy: none, defaults")
                .contains(" Failed</p>")
                .contains("<p>2 findings of severity high or above</p>");
        assertThat(page(PageSamples.judge(PageSamples.workflows(List.of()))))
                .contains(" Passed</p>")
                .contains("Nothing was found in what could be looked at")
                .doesNotContain("What to do first");
    }

    @Test
    void showsWhoReachesWhichCredentials() {
        assertThat(page(PageSamples.small()))
                .contains("Of 5 ways to a credential or a publication nothing guards 2, and of 1 it is unknown.")
                .contains("<code>mvn hardening:forge</code> takes a snapshot")
                .contains("Publishes with <code>mvn deploy</code>")
                .contains("Secret <code>CENTRAL_TOKEN</code> of the environment")
                .contains("<span class=\"over\">nothing: every job of the repository gets it</span>")
                .contains("Any secret</td>")
                .contains("Unknown: the environment&#39;s rules, which only the forge knows")
                .contains("<code>&lt;b&gt;test&lt;/b&gt;</code>");
        assertThat(page(PageSamples.judge(PageSamples.workflows(List.of()))))
                .doesNotContain("Who reaches which credentials");
    }

    @Test
    void showsFourFiguresByKind() {
        assertThat(page(PageSamples.small()))
                .contains("<b>13 of 124</b>", "<small>actions 9/120 \u00b7 images 4/4</small>")
                .contains("<b>\u2013</b><span>artifacts locked</span><small>not looked at in this run</small>")
                .contains("<b data-until=\"2030-01-31\">2030-01-31</b>")
                .contains("<b>1</b><span>could not be checked</span>")
                .contains("9 of 120, 7 %", "4 of 4, 100 %");
    }

    @Test
    void tellsTheDayThatSomethingEndsAndLeavesCountingToTheReader() {
        assertThat(page(PageSamples.small()))
                .contains("<time datetime=\"2030-01-31\">2030-01-31</time>")
                .contains("data-until=\"2030-01-31\"></span>");
    }

    @Test
    void readsWithoutAScript() {
        String page = page(PageSamples.small());

        assertThat(page)
                .contains("<details class=\"group\" data-check=\"sample-shell\">")
                .contains("<p>Pass it through <code>env:</code></p>")
                .contains(
                        "<li><code>.github/workflows/ci.yml:5</code> <code>actions/checkout@v4</code> is not pinned</li>")
                .contains("<span class=\"tag\">suppressed</span>")
                .contains("# hardening: ignore[sample-shell] reason")
                .contains("some/action.yml is larger than what is read");
        assertThat(page.indexOf("data-check=\"sample-shell\""))
                .isLessThan(page.indexOf("data-check=\"sample-reference\""));
    }

    @Test
    void marksTheSpanInItsLines() throws Exception {
        JsonNode data = data(page(PageSamples.small()));

        JsonNode shell = data.at("/findings/0");
        assertThat(shell.at("/lines").toString())
                .isEqualTo("[[5,\"      - uses: actions/checkout@v4\"],"
                        + "[6,\"      - run: echo \\\"\uD83D\uDE00 \",\"${{ github.head_ref }}\",\"\\\"\"],"
                        + "[7,\"        last: 1\"]]");
        JsonNode pin = data.at("/findings/1");
        assertThat(text(data, pin.at("/steps/0/label"))).isEqualTo("the job that runs it");
        assertThat(pin.at("/steps/0/lines").toString()).isEqualTo("[[3,\"  \",\"build\",\":\"]]");
        assertThat(pin.at("/fix/hunks/0/lines").toString())
                .isEqualTo("[\"-      - uses: actions/checkout@v4\",\"+      - uses: actions/checkout@0123abc # v4\"]");
        assertThat(data.at("/findings/3/standing").textValue()).isEqualTo("suppressed");
        assertThat(data.at("/findings/3/because").textValue()).isEqualTo("known (.github/workflows/ci.yml:6)");
    }

    @Test
    void namesFirstWhatEndsMost() {
        String page = page(PageSamples.small());
        String first = page.substring(page.indexOf("What to do first"), page.indexOf("id=\"findings\""));

        assertThat(first)
                .contains(
                        "<code>.github/workflows/ci.yml:6</code><span class=\"does\">Pass it through <code>env:</code></span>")
                .contains("<code>mvn hardening:fix</code><span class=\"does\">Shows the changes that fix them</span>");
        assertThat(first.split("<li>", -1)).as("each finding is ended once").hasSize(3);
    }

    /** What is found of the repository as a whole is in no file, and a family without a lock says why it was not looked at. */
    @Test
    void countsNoFileForTheRepositoryAsAWhole() {
        Finding missing = Finding.of("missing-lock", Severity.HIGH, Location.ofRepository())
                .message("There is no lock")
                .remedy("Write it")
                .build();
        AuditResult audit = new AuditResult(
                Family.DEPENDENCIES,
                AuditResult.Outcome.COULD_NOT_CHECK,
                List.of(missing),
                new TreeMap<>(),
                List.of(),
                List.of());

        assertThat(page(PageSamples.judge(audit)))
                .contains("1 finding<")
                .doesNotContain("1 finding in")
                .contains("<li>All of dependencies: no lock yet</li>");
    }

    /** Who has not bound the plugin cannot run its goals by their prefix. */
    @Test
    void namesCommandsAsTheyWorkThere() throws Exception {
        Finding missing = Finding.of("missing-lock", Severity.HIGH, Location.ofRepository())
                .message("There is no lock")
                .remedy("Run 'mvn hardening:lock' (or 'mvn verify hardening:lock')")
                .build();
        Result result = PageSamples.judge(new AuditResult(
                Family.DEPENDENCIES,
                AuditResult.Outcome.CHECKED,
                List.of(missing),
                new TreeMap<>(),
                List.of(),
                List.of()));
        String full = "io.github.mavenhardening:hardening-maven-plugin:1.2.3:";

        Commands commands = Commands.ofVersion("1.2.3");
        String page = new HtmlReport()
                .render(
                        SpelledResult.of(result, commands),
                        PageSamples.context().naming(commands));

        assertThat(page)
                .contains("<code>mvn " + full + "lock</code>")
                .contains("mvn verify " + full + "lock")
                .doesNotContain("mvn hardening:")
                .doesNotContain("verify hardening:");
        assertThat(data(page).toString()).contains("mvn " + full + "lock").doesNotContain("mvn hardening:");
        assertThat(new HtmlReport().render(result, PageSamples.context())).contains("<code>mvn hardening:lock</code>");
    }

    /** Plugins run with every right of the build: what is locked of them is not lost among the dependencies. */
    @Test
    void showsWhatIsLockedByKind() {
        List<Coverage> kinds = List.of(
                new Coverage("POMs", "locked", 9, 10),
                new Coverage("core extensions", "locked", 0, 1),
                new Coverage("jars of dependencies", "locked", 3, 4),
                new Coverage("jars of plugins", "locked", 7, 7),
                new Coverage("wrapper downloads", "locked", 1, 2));
        AuditResult dependencies = new AuditResult(
                Family.DEPENDENCIES,
                AuditResult.Outcome.CHECKED,
                List.of(),
                new TreeMap<>(),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                false,
                new Measures(kinds, List.of(), List.of()));

        String page = page(PageSamples.judge(dependencies));
        String bars = page.substring(page.indexOf("id=\"coverage\""));

        assertThat(bars.replaceAll("<[^>]*>", " ").replaceAll("\\s+", " "))
                .contains(
                        "POMs locked 9 of 10, 90 %",
                        "Core extensions locked 0 of 1, 0 %",
                        "Jars of dependencies locked 3 of 4, 75 %",
                        "Jars of plugins locked 7 of 7, 100 %",
                        "Wrapper downloads locked 1 of 2, 50 %");
        assertThat(page).contains("20 of 24");
    }

    @Test
    void namesNoMoreThanFiveThings() {
        String page = page(PageSamples.many(300));
        String first = page.substring(page.indexOf("What to do first"), page.indexOf("id=\"findings\""));

        assertThat(first).contains("<code>mvn hardening:baseline</code>");
        assertThat(first.split("<li>", -1)).hasSize(4);
    }

    @Test
    void allowsItsOwnScriptAndNothingElse() throws Exception {
        String page = page(PageSamples.small());
        Matcher script = SCRIPT.matcher(page);
        assertThat(script.find()).isTrue();
        byte[] digest =
                MessageDigest.getInstance("SHA-256").digest(script.group(1).getBytes(StandardCharsets.UTF_8));

        assertThat(page)
                .contains(
                        "content=\"default-src &#39;none&#39;; style-src &#39;unsafe-inline&#39;; script-src &#39;sha256-"
                                + Base64.getEncoder().encodeToString(digest)
                                + "&#39;; img-src data:; base-uri &#39;none&#39;; form-action &#39;none&#39;\"");
        assertThat(script.find()).isFalse();
        assertThat(page).doesNotContain(" src=", "<link", "@import", "url(", " onclick", " onload");
    }

    /** What a repository can hold: ends of elements and attributes, events, controls, what turns text around, half characters. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "</script><script>alert(1)</script>",
                "\"><img src=x onerror=alert(1)>",
                "'><svg onload=alert(1)>",
                "<!--<script>",
                "]]></style><b>",
                "a\u202eb\u2066c\u200bd\u0000e\u001b[2J\u2028f\u2029g\uD800h",
                "javascript:alert(1)",
                "`<b>` ``` &lt;x&#x27;"
            })
    void showsWhatIsHostileAndObeysNothing(String attack) throws Exception {
        String path = attack.replace("/", "!") + ".yml";
        Span span = new Span(0, 4, 1, 1, 1, 5);
        Finding finding = Finding.of(
                        "sample-shell",
                        Severity.CRITICAL,
                        Location.of(path, span).labelled(attack))
                .message(attack)
                .remedy(attack)
                .related(Location.of(path, span).labelled(attack))
                .fix(new Fix(attack, false, List.of(new Fix.Edit(path, span, attack))))
                .build();
        AuditResult audit = new AuditResult(
                Family.WORKFLOWS,
                AuditResult.Outcome.COULD_NOT_CHECK,
                List.of(finding),
                new TreeMap<>(),
                List.of(),
                List.of(attack));
        ReportContext context = ReportContext.of(attack, PageSamples.CHECKS, any -> true)
                .of(hostile(attack))
                .rootedAt(attack);

        String page = new HtmlReport().render(PageSamples.judge(audit.withGaps(List.of(attack))), context);

        assertThat(page.split("<script", -1)).hasSize(3);
        assertThat(page.split("</script", -1)).hasSize(3);
        assertThat(page.split("</style", -1)).hasSize(2);
        assertThat(page).doesNotContain("<img", "<svg", "<!--", "href=\"javascript");
        assertThat(page.replace("\n", "").codePoints())
                .noneMatch(c -> Character.isISOControl(c)
                        || Character.getType(c) == Character.FORMAT
                        || c == 0x2028
                        || c == 0x2029);
        assertThat(StandardCharsets.UTF_8.newEncoder().canEncode(page)).isTrue();
        assertThat(data(page).at("/findings")).hasSize(1);
    }

    private static CheckoutView hostile(String attack) {
        CheckoutView view = PageSamples.checkout("https://example.org/" + attack);
        return new CheckoutView() {
            @Override
            public Optional<String> text(String path) {
                return Optional.of(attack + "\n" + attack.repeat(1000));
            }

            @Override
            public Provenance provenance() {
                return view.provenance();
            }

            @Override
            public Optional<Instant> committed() {
                return Optional.empty();
            }
        };
    }

    @Test
    void isTheSameEveryTimeAndEndsInALineFeed() {
        String page = page(PageSamples.small());

        assertThat(page(PageSamples.small()))
                .isEqualTo(page)
                .endsWith("</html>\n")
                .doesNotContain("\r");
    }

    @Test
    void isSmallForThreeHundredFindings() {
        assertThat(page(PageSamples.many(300)).getBytes(StandardCharsets.UTF_8).length)
                .isLessThan(300_000);
    }

    @Test
    void growsWithWhatItHoldsAndNotFaster() {
        int few = page(PageSamples.many(1_000)).length();
        int many = page(PageSamples.many(8_000)).length();

        assertThat(many).isLessThan(9 * few);
    }
}
