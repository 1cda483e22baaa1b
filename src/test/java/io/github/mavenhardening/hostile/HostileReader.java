package io.github.mavenhardening.hostile;

import static io.github.mavenhardening.hostile.Shape.colliding;
import static io.github.mavenhardening.hostile.Shape.halves;
import static io.github.mavenhardening.hostile.Shape.nested;
import static io.github.mavenhardening.hostile.Shape.numbered;
import static io.github.mavenhardening.hostile.Shape.of;

import io.github.mavenhardening.core.check.ConfigurationException;
import io.github.mavenhardening.core.json.Json;
import io.github.mavenhardening.core.lock.LockInputs;
import io.github.mavenhardening.core.lock.metadata.MetadataInputs;
import io.github.mavenhardening.core.lock.recorded.RecordedInputs;
import io.github.mavenhardening.core.policy.PolicyFile;
import io.github.mavenhardening.core.scorecard.ScorecardInputs;
import io.github.mavenhardening.core.signature.SignatureInputs;
import io.github.mavenhardening.core.source.SourceFile;
import io.github.mavenhardening.core.source.SourceInputs;
import io.github.mavenhardening.core.source.UnreadableFileException;
import io.github.mavenhardening.core.workflow.Shell;
import io.github.mavenhardening.core.workflow.script.ShellScript;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/** Every reader of what anybody may have written, with inputs that are meant to be slow. */
public enum HostileReader implements Reader {
    YAML(
            Reads::yaml,
            Reads.MIDDLE,
            of("a list", "", "- a\n", ""),
            of("a list in one line", "[", "a,", "a]"),
            numbered("keys", "", "k@: v\n", ""),
            colliding("keys of one hash", "", "@: v\n", ""),
            of("a key again and again", "", "a: b\n", ""),
            of("comments", "a: b\n", "# c\n", ""),
            of("comments behind values", "", "- a # c\n", ""),
            of("a long plain scalar", "a: ", "x", ""),
            of("a plain scalar of many words", "a: ", "x ", ""),
            of("a plain scalar of many lines", "a:\n", "  x\n", ""),
            of("a quoted scalar", "a: \"", "x\\n", "\""),
            of("a quoted scalar of many lines", "a: '", "x ''\n\n  ", "'"),
            of("a quote that does not end", "a: \"", "x\n  ", ""),
            of("a block scalar", "a: |\n", "  x\n", ""),
            of("a folded scalar", "a: >\n", "  x y\n\n   z\n", ""),
            of("a block scalar of blanks", "a: |\n", "  \n", ""),
            of("many block scalars", "", "- |\n  x\n", ""),
            of("characters of two units", "a: ", "\uD83D\uDE00 ", ""),
            nested("brackets", "", "[", "x", "]"),
            nested("braces", "", "{a: ", "x", "}"),
            of("dashes", "", "- ", "x"),
            numbered("anchors", "", "- &a@ x\n", ""),
            of("aliases", "- &a x\n", "- *a\n", ""),
            numbered("anchors and aliases", "a0: &a0 x\n", "b@: &b@ [*a0]\n", ""),
            of("an anchor again and again", "", "- &a x\n- *a\n", ""),
            of("tags", "", "- !!str a\n", ""),
            of("question marks", "", "? a\n", ""),
            of("documents", "", "a: b\n---\n", ""),
            of("tabs", "a:", "\t", "b"),
            of("empty lines", "a:\n", "\n", " b"),
            of("carriage returns", "a: b", "\r", ""),
            of("merge keys", "", "<<: a\n", "")),
    XML(
            Reads::xml,
            of("elements", "<a>", "<b/>", "</a>"),
            of("elements with texts", "<a>", "<b>c</b>", "</a>"),
            numbered("elements of many names", "<a>", "<b@/>", "</a>"),
            colliding("elements of names of one hash", "<a>", "<@/>", "</a>"),
            of("comments", "<a>", "<!--c-->", "</a>"),
            of("comments in lines", "<a>\n", "<!-- c -->\n", "</a>"),
            of("comments before a section", "<a>", "<!--c-->", "<![CDATA[x]]></a>"),
            of("comments that do not end", "<a>", "<!-- ", "</a>"),
            of("sections", "<a>", "<![CDATA[x]]>", "</a>"),
            of("sections that do not end", "<a>", "<![CDATA[x", "</a>"),
            of("instructions", "<a>", "<?p?>", "</a>"),
            of("ampersands", "<a>", "&", "</a>"),
            of("references", "<a>", "&amp;", "</a>"),
            of("references in numbers", "<a>", "&#65;", "</a>"),
            numbered("attributes", "<a ", " b@='c'", "/>"),
            colliding("attributes of one hash", "<a ", " @='c'", "/>"),
            of("an attribute without a quote", "<a b='", "c ", "'/>"),
            of("equals signs", "<a ", "=", "/>"),
            of("a quote that does not end", "<a>", "<b c='", "</a>"),
            nested("elements in elements", "", "<a>", "x", "</a>"),
            of("openings", "", "<a>", ""),
            of("blanks", "<a>", " ", "</a>"),
            of("texts between elements", "<a>", "x<b/>", "</a>"),
            of("a long name", "<", "a", "/>")),
    POM(
            Reads::pom,
            of("dependencies", "<project><dependencies>", Reads.dependency("a", "${v}"), "</dependencies></project>"),
            of(
                    "dependencies at their project's version",
                    "<project><dependencies>",
                    Reads.dependency("a", "${project.version}"),
                    "</dependencies><version>1</version></project>"),
            halves(
                    "much before the version",
                    "<project>",
                    "<x/>",
                    "<dependencies>",
                    Reads.dependency("a", "${project.version}"),
                    "</dependencies><version>1</version></project>"),
            of(
                    "lists of dependencies",
                    "<project>",
                    "<dependencies>" + Reads.dependency("a", "1") + "</dependencies>",
                    "</project>"),
            of(
                    "plugins with lists of dependencies",
                    "<project><build><plugins>",
                    "<plugin><artifactId>p</artifactId><dependencies>" + Reads.dependency("a", "1")
                            + "</dependencies></plugin>",
                    "</plugins></build></project>"),
            numbered(
                    "properties",
                    "<project><properties>",
                    "<p@>${p0}</p@>",
                    "</properties><dependencies>" + Reads.dependency("a", "${p1}") + "</dependencies></project>"),
            colliding("properties of one hash", "<project><properties>", "<@>x</@>", "</properties></project>"),
            of(
                    "properties that hold one another",
                    "<project><properties><p>${p}${p}</p></properties><dependencies>",
                    Reads.dependency("a", "${p}"),
                    "</dependencies></project>"),
            numbered(
                    "profiles",
                    "<project><profiles>",
                    "<profile><id>@</id><dependencies>" + Reads.dependency("a@", "1") + "</dependencies></profile>",
                    "</profiles></project>"),
            numbered("modules", "<project><modules>", "<module>m@</module>", "</modules></project>"),
            of("a module again and again", "<project><modules>", "<module>.</module>", "</modules></project>"),
            of("a long path", "<project><modules><module>", "../", "</module></modules></project>"),
            of(
                    "an expression that does not end",
                    "<project><dependencies><dependency><artifactId>",
                    "${",
                    "</artifactId></dependency></dependencies></project>"),
            of(
                    "repositories",
                    "<project><repositories>",
                    "<repository><id>i</id><url>http://${u}</url></repository>",
                    "</repositories></project>")),
    JSON(
            input -> {
                try {
                    Json.read(Reads.text(input));
                } catch (IOException e) {
                    // As documented.
                }
            },
            of("numbers", "[", "1,", "1]"),
            of("a long number", "[", "1", "]"),
            of("a long fraction", "[0.", "1", "e-9]"),
            of("a string", "[\"", "\\u0041", "\"]"),
            numbered("members", "{", "\"k@\":1,", "\"z\":1}"),
            colliding("members of one hash", "{", "\"@\":1,", "\"z\":1}"),
            of("a member again and again", "{", "\"k\":1,", "\"z\":1}"),
            nested("lists", "", "[", "1", "]"),
            of("objects that do not end", "", "{\"a\":", "")),
    EXPRESSION(
            Reads::expression,
            of("a text", "'", "a", "'"),
            of("quotes", "'", "''", "'"),
            of("a text that does not end", "", "'a", ""),
            of("ors", "a", " || a", ""),
            of("ors and ands", "a", " || a && b == c", ""),
            nested("brackets", "", "(", "a", ")"),
            of("nots", "", "!", "a"),
            of("properties", "a", ".b", ""),
            of("indices", "a", "['b']", ""),
            nested("indices in indices", "", "a[", "b", "]"),
            of("arguments", "format('{0}'", ", a", ")"),
            of("places", "format('", "{0}", "', 'a')"),
            nested("formats in formats", "", "format('{0}{0}', ", "'a'", ")"),
            nested("JSON in JSON", "", "toJSON(", "'a'", ")"),
            of("a long number", "", "1", ""),
            of("filters", "a", ".*", ""),
            of("blanks", "a", " ", "")),
    SHELL(input -> ShellScript.commands(Reads.text(input), Shell.POSIX), Reads.MIDDLE, Reads.scripts()),
    POWERSHELL(input -> ShellScript.commands(Reads.text(input), Shell.POWERSHELL), Reads.MIDDLE, Reads.scripts()),
    CMD(input -> ShellScript.commands(Reads.text(input), Shell.CMD), Reads.MIDDLE, Reads.scripts()),
    SCORECARD_SHELL(ScorecardInputs::script, Reads.MIDDLE, Reads.scripts()),
    DOCKERFILE(
            ScorecardInputs::dockerfile,
            Reads.MIDDLE,
            of("stages", "", "FROM a\n", ""),
            numbered("named stages", "", "FROM a AS b@\n", ""),
            numbered("stages from stages", "FROM a AS b0\n", "FROM b0 AS c@\n", ""),
            of("continued lines", "RUN a", " \\\n b", "\n"),
            of("comments in continued lines", "RUN a \\\n", "# c\n", " b\n"),
            of("directives", "", "# a=b\n", "FROM a\n"),
            of("flags", "RUN ", "--a=b ", "c\n"),
            of("flags without an end", "RUN ", "--a=\"b ", "c\n"),
            of("here documents", "", "RUN <<E\nx\nE\n", ""),
            of("here documents in one line", "RUN ", "<<E ", "\n"),
            of("here documents that do not end", "", "RUN <<E\n", ""),
            of("an argument", "ARG a=b\nFROM ", "${a}", "\n"),
            numbered("arguments", "", "ARG a@=b\nFROM ${a@}\n", ""),
            of("JSON", "RUN [", "\"a\", ", "\"b\"]\n"),
            of("scripts", "", "RUN curl x | sh && pip install y\n", ""),
            of("a script of many commands", "RUN a", " && curl x | sh", "\n")),
    LOCK(
            LockInputs::lock,
            numbered("entries", "", "a".repeat(64) + "  org/example/a/@/a-@.jar\n", ""),
            colliding("entries of one hash", "", "a".repeat(64) + "  org/@\n", ""),
            colliding("entries of one hash with comments", "", "# c\n" + "a".repeat(64) + "  org/@\n", ""),
            of("an entry again and again", "", "a".repeat(64) + "  org/a\n", ""),
            of("comments", "", "# c\n", ""),
            of("empty lines", "", "\n", ""),
            numbered("comments above entries", "", "# c\n\n" + "a".repeat(64) + "  org/@\n", ""),
            of("a long path", "a".repeat(64) + "  ", "a/", "\n"),
            of("conflicts", "", "<<<<<<< a\n# x\n=======\n# y\n>>>>>>> b\n", ""),
            of("conflicts that do not end", "", "<<<<<<< a\n", "")),
    SIDECAR(
            MetadataInputs::metadata,
            numbered(
                    "files",
                    "{\"version\":1,\"files\":{",
                    "\"org/a/a/@/a-@.jar\":{\"origin\":\"o\"},",
                    "\"org/z/z/1/z-1.jar\":{}}}"),
            colliding("files of one hash", "{\"version\":1,\"files\":{", "\"org/@\":{},", "\"org/z\":{}}}"),
            numbered(
                    "origins",
                    "{\"version\":1,\"files\":{",
                    "\"org/a/a/@/a-@.jar\":{\"origin\":\"o@\"},",
                    "\"org/z/z/1/z-1.jar\":{}}}"),
            numbered("members", "{\"version\":1,\"files\":{\"org/z\":{", "\"m@\":1,", "\"z\":1}}}"),
            of("a member again and again", "{\"version\":1,\"files\":{\"org/z\":{", "\"origin\":\"o\",", "\"z\":1}}}"),
            numbered("signers", "{\"version\":1,\"signers\":{", "\"a@:b\":{\"keys\":[]},", "\"z:z\":{}}}"),
            of(
                    "keys",
                    "{\"version\":1,\"signers\":{\"a:b\":{\"keys\":[",
                    "\"" + "A".repeat(40) + "\",",
                    "\"" + "B".repeat(40) + "\"]}}}"),
            nested("unknown members", "{\"version\":1,\"x\":", "[", "1", "]"),
            of("a file that does not end", "{\"version\":1,\"files\":", "{\"a\":", "")),
    RECORDED_SUMMARY(
            RecordedInputs::summary,
            numbered("entries", "", "a".repeat(40) + "  org/example/@\n", ""),
            numbered("checksums of one path", "", "# @\n" + "a".repeat(40) + "  org/example\n", ""),
            colliding("entries of one hash", "", "a".repeat(40) + "  org/@\n", ""),
            of("comments", "", "# c\n", "")),
    RECORDED(
            RecordedInputs::other,
            numbered(
                    "components",
                    "<verification-metadata><components>",
                    "<component group='g' name='n' version='@'><artifact name='a'><sha256 value='" + "a".repeat(64)
                            + "'/></artifact></component>",
                    "</components></verification-metadata>"),
            of(
                    "checksums of one file",
                    "<verification-metadata><components><component group='g' name='n' version='1'><artifact name='a'>",
                    "<sha256 value='" + "a".repeat(64) + "'/>\n",
                    "</artifact></component></components></verification-metadata>"),
            of(
                    "checksums of one hash's file",
                    "<verification-metadata><components><component group='g' name='n' version='1'><artifact name='a'><sha256>",
                    "<also-trust value='" + "a".repeat(64) + "'/>\n",
                    "</sha256></artifact></component></components></verification-metadata>"),
            numbered(
                    "dependencies",
                    "{\"lockFileVersion\":1,\"dependencies\":[",
                    "{\"groupId\":\"g\",\"artifactId\":\"a@\",\"version\":\"1\",\"checksumAlgorithm\":\"SHA-256\",\"checksum\":\""
                            + "a".repeat(64) + "\"},",
                    "{}]}"),
            nested("children", "{\"lockFileVersion\":1,\"dependencies\":", "[{\"children\":", "[]", "}]")),
    POLICY(
            input -> {
                try {
                    PolicyFile.parse(SourceFile.decode(".mvn/hardening.yml", input), Reads.checks());
                } catch (ConfigurationException | UnreadableFileException e) {
                    // As documented.
                }
            },
            numbered("checks that are not known", "checks:\n", "  c@: {enabled: false}\n", ""),
            numbered("options", "checks:\n  unpinned-uses:\n    policies:\n", "      \"a@/*\": ref-pin\n", ""),
            colliding(
                    "options of one hash",
                    "checks:\n  unpinned-uses:\n    policies:\n",
                    "      \"@/*\": ref-pin\n",
                    ""),
            of("a setting again and again", "", "persona: auditor\n", ""),
            of("a list", "checks:\n  unpinned-uses:\n    policies:\n", "      - x\n", "")),
    ZIZMOR(
            Reads::zizmor,
            numbered("exemptions of lines", "rules:\n  unpinned-uses:\n    ignore:\n", "      - ci.yml:@\n", ""),
            numbered("exemptions of files", "rules:\n  unpinned-uses:\n    ignore:\n", "      - f@.yml\n", ""),
            of("an exemption again and again", "rules:\n  unpinned-uses:\n    ignore:\n", "      - x.yml:1:1\n", ""),
            numbered(
                    "policies",
                    "rules:\n  unpinned-uses:\n    config:\n      policies:\n",
                    "        a@/*: ref-pin\n",
                    ""),
            numbered("rules", "rules:\n", "  r@: {disable: true}\n", "")),
    CODEOWNERS(
            input -> Reads.posture(".github/CODEOWNERS", input),
            Reads.MIDDLE,
            numbered("rules", "", "/f@/ @o\n", ""),
            of("a rule again and again", "", "* @o\n", ""),
            of("wildcards", "", "**/*a*b*/*c* @o\n", ""),
            of("owners", "* ", "@o ", "\n"),
            of("bad owners", "", "* o\n", ""),
            of("a long owner", "* @", "o-", "\n"),
            of("a long address", "* ", "a.", "@b.c\n"),
            of("a long pattern", "", "*a", " @o\n"),
            of("comments", "", "# c\n", ""),
            of("blanks", "", " ", ""),
            of("backslashes", "", "\\ ", " @o\n"),
            of("headings", "", "[a] @o\n", ""),
            of("a heading that does not end", "", "[a", "")),
    GITLAB_CODEOWNERS(
            input -> Reads.posture("CODEOWNERS", input, ".gitlab-ci.yml"),
            Reads.MIDDLE,
            numbered("sections", "", "[s@] @o\n/f\n", ""),
            colliding("sections of one hash", "", "[@] @o\n/f\n", ""),
            of("a section again and again", "", "[s] @o\n* @p\n", ""),
            of("optional sections", "", "^[s][2] @o\n*\n", ""),
            of("exclusions", "* @o\n", "!x\n", ""),
            of("owners of a section", "[s] ", "@o ", "\n*\n")),
    IGNORE(
            SourceInputs::ignore,
            numbered("names", "", "f@\n", ""),
            numbered("paths", "", "/f@/x\n", ""),
            numbered("endings", "", "*.e@\n", ""),
            numbered("beginnings", "", "b@*\n", ""),
            numbered("folders", "", "f@/\n", ""),
            numbered("anywhere", "", "**/f@\n", ""),
            of("taken back", "*\n", "!x\n", ""),
            of("patterns", "", "*a*b*\n", ""),
            of("classes", "", "[a-z]*[!0-9]\n", ""),
            of("a class that does not end", "", "[a", "\n"),
            of("a long line", "", "a", "\n"),
            of("asterisks", "", "*", "\n"),
            of("double asterisks", "", "**/", "x\n"),
            colliding("names of one hash", "", "@\n", ""),
            of("comments", "", "# c\n", ""),
            of("blanks", "x", " ", "\n"),
            of("backslashes", "", "\\", "\n")),
    RENOVATE(
            input -> Reads.posture("renovate.json", input),
            of(
                    "rules",
                    "{\"minimumReleaseAge\":\"3 days\",\"packageRules\":[",
                    "{\"matchPackageNames\":[\"a\"],\"minimumReleaseAge\":null},",
                    "{}]}"),
            of("presets", "{\"extends\":[", "\"config:base\",", "\"x\"]}"),
            of("managers", "{\"enabledManagers\":[", "\"npm\",", "\"maven\"]}"),
            of("a long age", "{\"minimumReleaseAge\":\"", "1", " days\"}"),
            of("an age of zeros", "{\"minimumReleaseAge\":\"", "0 ", " days\"}"),
            of("comments", "{", "// c\n", "}"),
            of("a comment that does not end", "{", "/* ", ""),
            numbered("members", "{", "\"k@\":1,", "\"z\":1}"),
            colliding("members of one hash", "{", "@:1,", "z:1}"),
            nested("lists", "{\"a\":", "[", "1", "]"),
            of("a long number", "{\"a\":", "1", "}")),
    DEPENDABOT(
            input -> {
                Reads.posture(".github/dependabot.yml", input);
                Reads.workflows(".github/dependabot.yml", input);
            },
            Reads.MIDDLE,
            of(
                    "entries",
                    "version: 2\nupdates:\n",
                    "  - {package-ecosystem: maven, directory: /, schedule: {interval: weekly}}\n",
                    ""),
            numbered(
                    "folders",
                    "version: 2\nupdates:\n  - package-ecosystem: maven\n    schedule: {interval: weekly}\n    directories:\n",
                    "      - /f@\n",
                    ""),
            of(
                    "wildcards",
                    "version: 2\nupdates:\n  - package-ecosystem: maven\n    schedule: {interval: weekly}\n    directories:\n",
                    "      - /*a*/**\n",
                    ""),
            of(
                    "what is ignored",
                    "version: 2\nupdates:\n  - package-ecosystem: maven\n    schedule: {interval: weekly}\n    directory: /\n    ignore:\n",
                    "      - {dependency-name: a}\n",
                    ""),
            of(
                    "what cools down",
                    "version: 2\nupdates:\n  - package-ecosystem: maven\n    schedule: {interval: weekly}\n    directory: /\n    cooldown:\n      default-days: 7\n      exclude:\n",
                    "        - '*:*/'\n",
                    ""),
            of("entries that are none", "version: 2\nupdates:\n", "  - x\n", "")),
    PRE_COMMIT(
            input -> Reads.workflows(".pre-commit-config.yaml", input),
            of("repositories", "repos:\n", "  - {repo: https://github.com/a/b, rev: v1, hooks: [{id: a}]}\n", ""),
            of(
                    "hooks",
                    "repos:\n  - repo: https://github.com/a/b\n    rev: v1\n    hooks:\n",
                    "      - {id: a}\n",
                    "")),
    SECURITY_INSIGHTS(
            Reads::insights,
            of(
                    "contacts",
                    "header:\n  schema-version: 2.0.0\n  last-updated: '2026-01-01'\nproject:\n  administrators:\n",
                    "    - {name: a, primary: true}\n",
                    ""),
            numbered("unknown keys", "header:\n  schema-version: 2.0.0\n", "  k@: v\n", ""),
            of(
                    "entries that repeat",
                    "header:\n  schema-version: 1.0.0\nproject-lifecycle:\n  core-maintainers:\n",
                    "    - a\n",
                    ""),
            of("a long address", "header:\n  schema-version: 2.0.0\n  url: https://", "a.", "\n"),
            of("a long text", "header:\n  schema-version: 1.0.0\n  commit-hash: ", "a", "\n"),
            of(
                    "telephone numbers",
                    "header:\n  schema-version: 1.0.0\nsecurity-contacts:\n  - type: email\n    value: ",
                    "+1-",
                    "x\n")),
    SECURITY_POLICY(
            input -> Reads.posture("SECURITY.md", input),
            Reads.MIDDLE,
            of("words", "", "a ", ""),
            of("addresses", "", "a@b.png ", ""),
            of("a long address", "", "a.", "@b"),
            of("dots", "a@b", ".c", ""),
            of("pictures", "", "![a](b) ", ""),
            of("pictures that do not end", "", "![", ""),
            of("links", "", "[a](", ""),
            of("questions", "", "QUESTION: ", "")),
    LICENSE(
            input -> Reads.posture("LICENSE", input),
            of("words", "", "a ", ""),
            of("blanks", "", " \n", ""),
            of("titles", "", "apache license, version ", "")),
    WORKFLOW(
            input -> Reads.workflows(".github/workflows/ci.yml", input),
            Reads.SHORT,
            numbered("jobs", "on: push\njobs:\n", "  j@: {runs-on: ubuntu-latest, steps: [{run: make}]}\n", ""),
            numbered(
                    "jobs that need the one before",
                    "on: push\njobs:\n  j: {runs-on: u, steps: [{run: a}]}\n",
                    "  k@: {needs: [j], runs-on: u, steps: [{run: a}]}\n",
                    ""),
            of("steps", Reads.JOB, "      - run: make\n", ""),
            of("steps with names", Reads.JOB, "      - {name: a, run: make}\n", ""),
            of("actions", Reads.JOB, "      - uses: a/b@v1\n", ""),
            numbered("actions of many names", Reads.JOB, "      - uses: a@/b@v1\n", ""),
            of("checkouts", Reads.JOB, "      - uses: actions/checkout@v4\n", ""),
            of("caches", Reads.JOB, "      - uses: actions/cache@v4\n", ""),
            of("ignored lines", Reads.JOB, "      - uses: a/b@v1 # zizmor: ignore[unpinned-uses]\n", ""),
            of("comments", Reads.JOB + "      - run: make\n", "      # zizmor: ignore[unpinned-uses]\n", ""),
            of(
                    "expressions in lines",
                    Reads.JOB + "      - run: |\n",
                    "          echo ${{ github.event.issue.title }}\n",
                    ""),
            of("expressions in one line", Reads.JOB + "      - run: ", "${{ github.event.issue.title }} ", "\n"),
            of("expressions that do not end", Reads.JOB + "      - run: ", "${{ a ", "\n"),
            of("downloads", Reads.JOB + "      - run: |\n", "          curl https://x | sh\n", ""),
            of("environment files", Reads.JOB + "      - run: |\n", "          echo a=b >> $GITHUB_ENV\n", ""),
            of("here documents", Reads.JOB + "      - run: |\n", "          cat <<E\n          x\n          E\n", ""),
            of("builds", Reads.JOB + "      - run: |\n", "          mvn deploy -DskipTests\n", ""),
            of(
                    "a matrix",
                    "on: push\njobs:\n  j:\n    runs-on: u\n    strategy: {matrix: {a: [",
                    "1, ",
                    "1]}}\n    steps: [{run: '${{ matrix.a }}'}]\n"),
            numbered(
                    "a matrix of many",
                    "on: push\njobs:\n  j:\n    runs-on: u\n    strategy:\n      matrix:\n",
                    "        a@: [1, 2]\n",
                    "    steps: [{run: a}]\n"),
            of(
                    "what a matrix excludes",
                    "on: push\njobs:\n  j:\n    runs-on: u\n    strategy:\n      matrix:\n        a: [1]\n        exclude:\n",
                    "          - a: 1\n",
                    "    steps: [{run: a}]\n"),
            numbered("variables", "on: push\nenv:\n", "  v@: ${{ secrets.s@ }}\n", "jobs: {}\n"),
            numbered(
                    "variables of a step",
                    Reads.JOB + "      - run: echo $V1\n        env:\n",
                    "          V@: ${{ github.head_ref }}\n",
                    ""),
            numbered("outputs", Reads.JOB, "      - {id: s@, run: 'echo ${{ steps.s0.outputs.a }}'}\n", ""),
            of("conditions", Reads.JOB, "      - {if: github.actor == 'dependabot[bot]', run: make}\n", ""),
            of("a long condition", Reads.JOB + "      - run: a\n        if: a", " || github.actor == 'b'", "\n"),
            of(
                    "aliases of a step",
                    "on: push\njobs:\n  j:\n    runs-on: u\n    steps:\n      - &s {uses: a/b@v1}\n",
                    "      - *s\n",
                    ""),
            of("permissions", "on: push\npermissions:\n", "  contents: write\n", "jobs: {}\n"),
            of("branches", "on:\n  push:\n    branches:\n", "      - 'a/**'\n", "jobs: {}\n"),
            of(
                    "services",
                    "on: push\njobs:\n  j:\n    runs-on: u\n    services:\n",
                    "      s: {image: a}\n",
                    "    steps: [{run: a}]\n"),
            numbered(
                    "images",
                    "on: push\njobs:\n  j:\n    runs-on: u\n    services:\n",
                    "      s@: {image: 'a:${{ matrix.x }}'}\n",
                    "    steps: [{run: a}]\n")),
    ACTION(
            input -> Reads.workflows("action.yml", input),
            Reads.SHORT,
            of("steps", "runs:\n  using: composite\n  steps:\n", "    - {run: make, shell: bash}\n", ""),
            of("actions", "runs:\n  using: composite\n  steps:\n", "    - uses: a/b@v1\n", ""),
            numbered(
                    "inputs",
                    "inputs:\n",
                    "  i@: {default: a}\n",
                    "runs: {using: composite, steps: [{run: 'echo ${{ inputs.i0 }}', shell: bash}]}\n"),
            of(
                    "inputs in a script",
                    "inputs: {i: {}}\nruns:\n  using: composite\n  steps:\n",
                    "    - {run: 'echo ${{ inputs.i }}', shell: bash}\n",
                    "")),
    ACTIONS_LOCK(
            Reads::actionsLock,
            Reads.MIDDLE,
            numbered(
                    "dependencies",
                    "version: v0.0.3\ndependencies:\n",
                    "  a@/b@v1: {commit: sha1-" + "a".repeat(40) + "}\n",
                    ""),
            numbered(
                    "a chain of dependencies",
                    "version: v0.0.3\ndependencies:\n",
                    "  a@/b@v1: {commit: sha1-" + "a".repeat(40) + ", uses: [a@1/b@v1]}\n",
                    ""),
            of("pins", "version: v0.0.3\nworkflows:\n  .github/workflows/ci.yml:\n", "    - a/b@v1\n", ""),
            numbered("workflows", "version: v0.0.3\nworkflows:\n", "  .github/workflows/w@.yml: [a/b@v1]\n", "")),
    KEYS_MAP(
            SignatureInputs::keysMap,
            numbered("groups", "", "org.g@ = 0x" + "A".repeat(40) + "\n", ""),
            colliding("groups of one hash", "", "org.@ = any\n", ""),
            of("a line again and again", "", "org.example = any\n", ""),
            of("patterns", "", "org.*.*x* = any\n", ""),
            of("keys", "org.example = any", ", 0x" + "A".repeat(40), "\n"),
            of("continued lines", "org.example = any", ", \\\n any", "\n"),
            of("comments", "", "# c\n", ""),
            of("expressions", "", "org.example:lib:pom:~(a|aa)+b = any\n", ""),
            of("a long name", "org.", "a*", " = any\n"),
            of("colons", "org", ":a", " = any\n"),
            of("blanks", "org.example = 0x", " A", "\n"),
            of("a continued line without an end", "", "a\\\n", "")),
    IDENTITY_MAP(
            SignatureInputs::identities,
            numbered("groups", "", "org.g@ = https://i.example.org a@example.org\n", ""),
            of("a line again and again", "", "org.example = https://i.example.org a@example.org\n", ""),
            of(
                    "identities",
                    "org.example = https://i.example.org a@example.org",
                    ", https://i.example.org a*@example.org",
                    "\n"),
            of("asterisks", "org.example = https://i.example.org a", "*a", "\n")),
    ARMOUR(
            SignatureInputs::armour,
            of("blocks", "", "-----BEGIN PGP SIGNATURE-----\n\nAAAA\n-----END PGP SIGNATURE-----\n", ""),
            of(
                    "blocks of keys",
                    "",
                    "-----BEGIN PGP PUBLIC KEY BLOCK-----\n\nAAAA\n-----END PGP PUBLIC KEY BLOCK-----\n",
                    ""),
            of("blocks that do not end", "", "-----BEGIN PGP SIGNATURE-----\n", ""),
            of("blocks that do not begin", "", "-----END PGP SIGNATURE-----\n", ""),
            of("beginnings within lines", "", "x-----BEGIN PGP SIGNATURE-----", ""),
            of(
                    "a long block",
                    "-----BEGIN PGP SIGNATURE-----\n\n",
                    "AAAAAAAAAAAAAAAA\n",
                    "-----END PGP SIGNATURE-----\n"),
            of("headers", "-----BEGIN PGP SIGNATURE-----\n", "Comment: c\n", "\nAAAA\n-----END PGP SIGNATURE-----\n"),
            of(
                    "a long header",
                    "-----BEGIN PGP SIGNATURE-----\nComment: ",
                    "c",
                    "\n\nAAAA\n-----END PGP SIGNATURE-----\n"),
            of("text between blocks", "", "text\n", ""),
            of("zeros", "", "\0", ""),
            of("packets of nothing", "", "\u0001", "")),
    GIT_INDEX(
            SourceInputs::index,
            new Shape("entries", length -> GitIndexInput.version2(length)),
            new Shape("paths that share their beginnings", length -> GitIndexInput.version4(length)),
            of("no index", "", "DIRC", "")),
    GIT_CONFIG(
            SourceInputs::config,
            numbered("sections", "", "[s@]\na = b\n", ""),
            numbered("variables", "[s]\n", "v@ = b\n", ""),
            colliding("variables of one hash", "[s]\n", "@ = b\n", ""),
            of("a variable again and again", "[s]\n", "a = b\n", ""),
            of("comments", "", "# c\n", ""),
            of("a long value", "[s]\na = ", "b ", "\n"),
            of("a value of many lines", "[s]\na = ", "b\\\n", "\n"),
            of("quotes", "[s]\na = ", "\"b\" ", "\n"),
            of("a quote that does not end", "[s]\na = \"", "b\\\n", "\n"),
            of("blanks", "[s]\na", " ", "= b\n"),
            of("subsections", "", "[s \"t\\\"\"]\na = b\n", ""));

    private final Reader reader;
    private final int size;
    private final List<Shape> shapes;

    HostileReader(Reader reader, Shape... shapes) {
        this(reader, Reads.LONG, shapes);
    }

    HostileReader(Reader reader, int size, Shape... shapes) {
        this.reader = reader;
        this.size = size;
        this.shapes = List.of(shapes);
    }

    @Override
    public void read(byte[] input) throws Exception {
        reader.read(input);
    }

    /** Inputs that are meant to be slow. */
    List<Shape> shapes() {
        return shapes;
    }

    /** The length of the longest input in the usual build, in bytes. */
    int size() {
        return size;
    }

    /** The name of the folder of its seeds. */
    String folder() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
