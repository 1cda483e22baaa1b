package io.github.mavenhardening.core.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenhardening.core.finding.Finding;
import io.github.mavenhardening.core.finding.Location;
import io.github.mavenhardening.core.finding.Severity;
import io.github.mavenhardening.core.policy.PolicyLayer;
import io.github.mavenhardening.core.policy.Result;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

class JUnitReportTest {

    private final Report report = new JUnitReport();

    private Document parse(Result result) throws IOException, SAXException, ParserConfigurationException {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(report.encode(result, Samples.CONTEXT)));
    }

    @Test
    void writesASuiteForEachFamily() {
        assertThat(report.render(Samples.rich(), Samples.CONTEXT)).isEqualTo("""
                <?xml version="1.0" encoding="UTF-8"?>
                <testsuites name="hardening-maven-plugin" tests="5" failures="2" errors="1" skipped="1">
                  <testsuite name="workflows" tests="2" failures="1" errors="0" skipped="0">
                    <testcase classname="hardening.workflows.sample-note" name="docs/a b#c%.md">
                      <system-out>docs/a b#c%.md info: this is worth a look.
                    Look at it.</system-out>
                    </testcase>
                    <testcase classname="hardening.workflows.sample-reference" name=".github/workflows/ci.yml">
                      <failure type="high" message="actions/checkout@v4 is not pinned">.github/workflows/ci.yml:12:15 high: actions/checkout@v4 is not pinned.
                    Pin it to a commit.</failure>
                    </testcase>
                  </testsuite>
                  <testsuite name="dependencies" tests="2" failures="1" errors="1" skipped="0">
                    <testcase classname="hardening.dependencies.dependencies" name="could not check">
                      <error message="The lock cannot be read"/>
                    </testcase>
                    <testcase classname="hardening.dependencies.sample-mismatch" name="(repository)">
                      <failure type="critical" message="org.example:a:jar:1 is not the file that was locked">(repository) critical: org.example:a:jar:1 is not the file that was locked.
                    Delete it and build again.</failure>
                    </testcase>
                    <system-err>dependencies: could not check: The lock cannot be read</system-err>
                  </testsuite>
                  <testsuite name="security-insights" tests="1" failures="0" errors="0" skipped="1">
                    <testcase classname="hardening.security-insights.security-insights" name="nothing to check">
                      <skipped message="no such file"/>
                    </testcase>
                  </testsuite>
                </testsuites>
                """);
    }

    @Test
    void passesWhatFindsNothingAndSkipsWhatIsSuppressed() throws Exception {
        Document clean = parse(Samples.judge(PolicyLayer.none(), Samples.workflows()));

        assertThat(clean.getElementsByTagName("testcase").getLength()).isEqualTo(2);
        assertThat(((Element) clean.getElementsByTagName("testcase").item(1)).getAttribute("classname"))
                .isEqualTo("hardening.workflows.sample-reference");
        assertThat(clean.getDocumentElement().getAttribute("failures")).isEqualTo("0");
        Result rich = Samples.rich();
        Result suppressed = new Result(
                rich.audits(),
                rich.findings().stream().filter(judged -> !judged.counts()).toList(),
                rich.hidden(),
                rich.policy(),
                rich.weakenings(),
                rich.remarks(),
                rich.verdict(),
                rich.comparison());
        assertThat(report.render(suppressed, Samples.CONTEXT))
                .contains("<skipped message=\"suppressed at .github/workflows/ci.yml:20: trusted here\"/>");
    }

    @Test
    void failsNothingThatTheBuildDoesNotFailBy() throws Exception {
        Document known = parse(Samples.compared());

        assertThat(known.getElementsByTagName("failure").getLength()).isOne();
        assertThat(known.getElementsByTagName("failure").item(0).getTextContent())
                .contains("org.example:a:jar:1");
    }

    @Test
    void staysWithinXml() throws Exception {
        String attack = "]]>\u0000\u0007\ufffe\uffff\uD800 <failure/> & \"'\u001b[2J\n::stop-commands::x \uD83D\uDE00";
        Finding finding = Finding.of("sample-reference", Severity.HIGH, Location.ofFile("a\"<b>&\u0001]]>.yml"))
                .message(attack)
                .remedy(attack)
                .build();

        Document document = parse(Samples.judge(PolicyLayer.none(), Samples.workflows(finding)));

        assertThat(document.getElementsByTagName("failure").getLength()).isOne();
        Element failure = (Element) document.getElementsByTagName("failure").item(0);
        assertThat(failure.getAttribute("message"))
                .startsWith("]]>\\u0000\\u0007")
                .contains("<failure/> & \"'")
                .endsWith("\uD83D\uDE00");
        assertThat(((Element) failure.getParentNode()).getAttribute("name")).isEqualTo("a\"<b>&\\u0001]]>.yml");
        assertThat(parse(Samples.hostile()).getDocumentElement().getAttribute("failures"))
                .isEqualTo("1");
    }

    @Test
    @Timeout(180)
    void writesThirtyThousandFindings() throws Exception {
        Document document = parse(Samples.many(30_000));

        // A hundred files, of which the tenth part has critical findings, and the check that found nothing.
        assertThat(document.getDocumentElement().getAttribute("tests")).isEqualTo("101");
        assertThat(document.getDocumentElement().getAttribute("failures")).isEqualTo("10");
    }
}
