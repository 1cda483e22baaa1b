package io.github.mavenhardening.hostile;

import static io.github.mavenhardening.hostile.Shape.colliding;
import static io.github.mavenhardening.hostile.Shape.halves;
import static io.github.mavenhardening.hostile.Shape.many;
import static io.github.mavenhardening.hostile.Shape.nested;
import static io.github.mavenhardening.hostile.Shape.numbered;

import io.github.mavenhardening.core.api.ConfigurationException;
import io.github.mavenhardening.core.baseline.BaselineParser;
import io.github.mavenhardening.core.json.Json;
import io.github.mavenhardening.core.lock.LockInputs;
import io.github.mavenhardening.core.lock.change.JarInputs;
import io.github.mavenhardening.core.lock.metadata.MetadataInputs;
import io.github.mavenhardening.core.lock.recorded.RecordedInputs;
import io.github.mavenhardening.core.policy.PolicyFile;
import io.github.mavenhardening.core.report.aggregate.AggregateInputs;
import io.github.mavenhardening.core.scorecard.ScorecardInputs;
import io.github.mavenhardening.core.shell.ShellScript;
import io.github.mavenhardening.core.signature.SignatureInputs;
import io.github.mavenhardening.core.source.Repository;
import io.github.mavenhardening.core.source.SourceFile;
import io.github.mavenhardening.core.source.SourceInputs;
import io.github.mavenhardening.core.source.UnreadableFileException;
import io.github.mavenhardening.core.workflow.Shell;
import io.github.mavenhardening.core.workflow.step.ImageStart;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Every reader of what anybody may have written, with inputs that are meant to be slow. */
@SuppressWarnings("ImmutableEnumChecker") // Readers keep nothing, and the lists are copies.
public enum HostileReader implements Reader {
    YAML(
            Reads::yaml,
            Reads.MIDDLE,
            many("a list", "", "- a\n", ""),
            many("a list in one line", "[", "a,", "a]"),
            numbered("keys", "", "k@: v\n", ""),
            colliding("keys of one hash", "", "@: v\n", ""),
            many("a key again and again", "", "a: b\n", ""),
            many("comments", "a: b\n", "# c\n", ""),
            many("comments behind values", "", "- a # c\n", ""),
            many("a long plain scalar", "a: ", "x", ""),
            many("a plain scalar of many words", "a: ", "x ", ""),
            many("a plain scalar of many lines", "a:\n", "  x\n", ""),
            many("a quoted scalar", "a: \"", "x\\n", "\""),
            many("a quoted scalar of many lines", "a: '", "x ''\n\n  ", "'"),
            many("a quote that does not end", "a: \"", "x\n  ", ""),
            many("a block scalar", "a: |\n", "  x\n", ""),
            many("a folded scalar", "a: >\n", "  x y\n\n   z\n", ""),
            many("a block scalar of blanks", "a: |\n", "  \n", ""),
            many("many block scalars", "", "- |\n  x\n", ""),
            many("characters of two units", "a: ", "\uD83D\uDE00 ", ""),
            nested("brackets", "", "[", "x", "]"),
            nested("braces", "", "{a: ", "x", "}"),
            many("dashes", "", "- ", "x"),
            numbered("anchors", "", "- &a@ x\n", ""),
            many("aliases", "- &a x\n", "- *a\n", ""),
            numbered("anchors and aliases", "a0: &a0 x\n", "b@: &b@ [*a0]\n", ""),
            many("an anchor again and again", "", "- &a x\n- *a\n", ""),
            many("tags", "", "- !!str a\n", ""),
            many("question marks", "", "? a\n", ""),
            many("documents", "", "a: b\n---\n", ""),
            many("tabs", "a:", "\t", "b"),
            many("empty lines", "a:\n", "\n", " b"),
            many("carriage returns", "a: b", "\r", ""),
            many("merge keys", "", "<<: a\n", "")),
    XML(
            Reads::xml,
            many("elements", "<a>", "<b/>", "</a>"),
            many("elements with texts", "<a>", "<b>c</b>", "</a>"),
            numbered("elements of many names", "<a>", "<b@/>", "</a>"),
            colliding("elements of names of one hash", "<a>", "<@/>", "</a>"),
            many("comments", "<a>", "<!--c-->", "</a>"),
            many("comments in lines", "<a>\n", "<!-- c -->\n", "</a>"),
            many("comments before a section", "<a>", "<!--c-->", "<![CDATA[x]]></a>"),
            many("comments that do not end", "<a>", "<!-- ", "</a>"),
            many("sections", "<a>", "<![CDATA[x]]>", "</a>"),
            many("sections that do not end", "<a>", "<![CDATA[x", "</a>"),
            many("instructions", "<a>", "<?p?>", "</a>"),
            many("ampersands", "<a>", "&", "</a>"),
            many("references", "<a>", "&amp;", "</a>"),
            many("references in numbers", "<a>", "&#65;", "</a>"),
            numbered("attributes", "<a ", " b@='c'", "/>"),
            colliding("attributes of one hash", "<a ", " @='c'", "/>"),
            many("an attribute without a quote", "<a b='", "c ", "'/>"),
            many("equals signs", "<a ", "=", "/>"),
            many("a quote that does not end", "<a>", "<b c='", "</a>"),
            nested("elements in elements", "", "<a>", "x", "</a>"),
            many("openings", "", "<a>", ""),
            many("blanks", "<a>", " ", "</a>"),
            many("texts between elements", "<a>", "x<b/>", "</a>"),
            many("a long name", "<", "a", "/>")),
    POM(
            Reads::pom,
            many("dependencies", "<project><dependencies>", Reads.dependency("a", "${v}"), "</dependencies></project>"),
            many(
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
            many(
                    "lists of dependencies",
                    "<project>",
                    "<dependencies>" + Reads.dependency("a", "1") + "</dependencies>",
                    "</project>"),
            many(
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
            many(
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
            many("a module again and again", "<project><modules>", "<module>.</module>", "</modules></project>"),
            many("a long path", "<project><modules><module>", "../", "</module></modules></project>"),
            many(
                    "an expression that does not end",
                    "<project><dependencies><dependency><artifactId>",
                    "${",
                    "</artifactId></dependency></dependencies></project>"),
            many(
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
            many("numbers", "[", "1,", "1]"),
            many("a long number", "[", "1", "]"),
            many("a long fraction", "[0.", "1", "e-9]"),
            many("a string", "[\"", "\\u0041", "\"]"),
            numbered("members", "{", "\"k@\":1,", "\"z\":1}"),
            colliding("members of one hash", "{", "\"@\":1,", "\"z\":1}"),
            many("a member again and again", "{", "\"k\":1,", "\"z\":1}"),
            nested("lists", "", "[", "1", "]"),
            many("objects that do not end", "", "{\"a\":", "")),
    EXPRESSION(
            Reads::expression,
            many("a text", "'", "a", "'"),
            many("quotes", "'", "''", "'"),
            many("a text that does not end", "", "'a", ""),
            many("ors", "a", " || a", ""),
            many("ors and ands", "a", " || a && b == c", ""),
            nested("brackets", "", "(", "a", ")"),
            many("nots", "", "!", "a"),
            many("properties", "a", ".b", ""),
            many("indices", "a", "['b']", ""),
            nested("indices in indices", "", "a[", "b", "]"),
            many("arguments", "format('{0}'", ", a", ")"),
            many("places", "format('", "{0}", "', 'a')"),
            nested("formats in formats", "", "format('{0}{0}', ", "'a'", ")"),
            nested("JSON in JSON", "", "toJSON(", "'a'", ")"),
            many("a long number", "", "1", ""),
            many("filters", "a", ".*", ""),
            many("blanks", "a", " ", "")),
    SHELL(input -> ShellScript.of(Reads.text(input), Shell.POSIX), Reads.MIDDLE, Reads.scripts()),
    POWERSHELL(input -> ShellScript.of(Reads.text(input), Shell.POWERSHELL), Reads.MIDDLE, Reads.scripts()),
    CMD(input -> ShellScript.of(Reads.text(input), Shell.CMD), Reads.MIDDLE, Reads.scripts()),
    SCORECARD_SHELL(ScorecardInputs::script, Reads.MIDDLE, Reads.scripts()),
    DOCKERFILE(
            ScorecardInputs::dockerfile,
            Reads.MIDDLE,
            many("stages", "", "FROM a\n", ""),
            numbered("named stages", "", "FROM a AS b@\n", ""),
            numbered("stages from stages", "FROM a AS b0\n", "FROM b0 AS c@\n", ""),
            many("continued lines", "RUN a", " \\\n b", "\n"),
            many("comments in continued lines", "RUN a \\\n", "# c\n", " b\n"),
            many("directives", "", "# a=b\n", "FROM a\n"),
            many("flags", "RUN ", "--a=b ", "c\n"),
            many("flags without an end", "RUN ", "--a=\"b ", "c\n"),
            many("here documents", "", "RUN <<E\nx\nE\n", ""),
            many("here documents in one line", "RUN ", "<<E ", "\n"),
            many("here documents that do not end", "", "RUN <<E\n", ""),
            many("an argument", "ARG a=b\nFROM ", "${a}", "\n"),
            numbered("arguments", "", "ARG a@=b\nFROM ${a@}\n", ""),
            many("JSON", "RUN [", "\"a\", ", "\"b\"]\n"),
            many("scripts", "", "RUN curl x | sh && pip install y\n", ""),
            many("a script of many commands", "RUN a", " && curl x | sh", "\n")),
    IMAGE_START(
            input -> ImageStart.of(Reads.text(input))
                    .file("/a", "", new Repository(Reads.tree("Dockerfile", input), Optional.empty())),
            Reads.MIDDLE,
            many("copies", "", "COPY a b\n", "CMD a\n"),
            many("what one copies", "COPY ", "a ", "b\n"),
            many("flags", "COPY ", "--a=b ", "c d\n"),
            many("words in JSON", "ENTRYPOINT [", "\"a\", ", "\"b\"]\n"),
            many("quotes", "ENTRYPOINT [", "\"\\", "\n"),
            many("starts", "", "ENTRYPOINT a b\n", ""),
            many("slashes", "COPY ", "/", " b\n")),
    LOCK(
            LockInputs::lock,
            numbered("entries", "", "a".repeat(64) + "  org/example/a/@/a-@.jar\n", ""),
            colliding("entries of one hash", "", "a".repeat(64) + "  org/@\n", ""),
            colliding("entries of one hash with comments", "", "# c\n" + "a".repeat(64) + "  org/@\n", ""),
            many("an entry again and again", "", "a".repeat(64) + "  org/a\n", ""),
            many("comments", "", "# c\n", ""),
            many("empty lines", "", "\n", ""),
            numbered("comments above entries", "", "# c\n\n" + "a".repeat(64) + "  org/@\n", ""),
            many("a long path", "a".repeat(64) + "  ", "a/", "\n"),
            many("conflicts", "", "<<<<<<< a\n# x\n=======\n# y\n>>>>>>> b\n", ""),
            many("conflicts that do not end", "", "<<<<<<< a\n", "")),
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
            many(
                    "a member again and again",
                    "{\"version\":1,\"files\":{\"org/z\":{",
                    "\"origin\":\"o\",",
                    "\"z\":1}}}"),
            numbered("signers", "{\"version\":1,\"signers\":{", "\"a@:b\":{\"keys\":[]},", "\"z:z\":{}}}"),
            many(
                    "keys",
                    "{\"version\":1,\"signers\":{\"a:b\":{\"keys\":[",
                    "\"" + "A".repeat(40) + "\",",
                    "\"" + "B".repeat(40) + "\"]}}}"),
            numbered("installed folders", "{\"version\":1,\"installed\":{", "\"a@\":{\"x\":{}},", "\"z\":{}}}"),
            numbered(
                    "installed files",
                    "{\"version\":1,\"installed\":{\"a\":{\"x\":{",
                    "\"a/b/@\":{\"link\":\"c\"},",
                    "\"z\":{\"link\":\"c\"}}}}}"),
            nested("unknown members", "{\"version\":1,\"x\":", "[", "1", "]"),
            many("a file that does not end", "{\"version\":1,\"files\":", "{\"a\":", "")),
    RECORDED_SUMMARY(
            RecordedInputs::summary,
            numbered("entries", "", "a".repeat(40) + "  org/example/@\n", ""),
            numbered("checksums of one path", "", "# @\n" + "a".repeat(40) + "  org/example\n", ""),
            colliding("entries of one hash", "", "a".repeat(40) + "  org/@\n", ""),
            many("comments", "", "# c\n", "")),
    RECORDED(
            RecordedInputs::other,
            numbered(
                    "components",
                    "<verification-metadata><components>",
                    "<component group='g' name='n' version='@'><artifact name='a'><sha256 value='" + "a".repeat(64)
                            + "'/></artifact></component>",
                    "</components></verification-metadata>"),
            many(
                    "checksums of one file",
                    "<verification-metadata><components><component group='g' name='n' version='1'><artifact name='a'>",
                    "<sha256 value='" + "a".repeat(64) + "'/>\n",
                    "</artifact></component></components></verification-metadata>"),
            many(
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
            many("a setting again and again", "", "persona: auditor\n", ""),
            many("a list", "checks:\n  unpinned-uses:\n    policies:\n", "      - x\n", "")),
    ZIZMOR(
            Reads::zizmor,
            numbered("exemptions of lines", "rules:\n  unpinned-uses:\n    ignore:\n", "      - ci.yml:@\n", ""),
            numbered("exemptions of files", "rules:\n  unpinned-uses:\n    ignore:\n", "      - f@.yml\n", ""),
            many("an exemption again and again", "rules:\n  unpinned-uses:\n    ignore:\n", "      - x.yml:1:1\n", ""),
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
            many("a rule again and again", "", "* @o\n", ""),
            many("wildcards", "", "**/*a*b*/*c* @o\n", ""),
            many("owners", "* ", "@o ", "\n"),
            many("bad owners", "", "* o\n", ""),
            many("a long owner", "* @", "o-", "\n"),
            many("a long address", "* ", "a.", "@b.c\n"),
            many("a long pattern", "", "*a", " @o\n"),
            many("comments", "", "# c\n", ""),
            many("blanks", "", " ", ""),
            many("backslashes", "", "\\ ", " @o\n"),
            many("headings", "", "[a] @o\n", ""),
            many("a heading that does not end", "", "[a", "")),
    GITLAB_CODEOWNERS(
            input -> Reads.posture("CODEOWNERS", input, ".gitlab-ci.yml"),
            Reads.MIDDLE,
            numbered("sections", "", "[s@] @o\n/f\n", ""),
            colliding("sections of one hash", "", "[@] @o\n/f\n", ""),
            many("a section again and again", "", "[s] @o\n* @p\n", ""),
            many("optional sections", "", "^[s][2] @o\n*\n", ""),
            many("exclusions", "* @o\n", "!x\n", ""),
            many("owners of a section", "[s] ", "@o ", "\n*\n")),
    IGNORE(
            SourceInputs::ignore,
            numbered("names", "", "f@\n", ""),
            numbered("paths", "", "/f@/x\n", ""),
            numbered("endings", "", "*.e@\n", ""),
            numbered("beginnings", "", "b@*\n", ""),
            numbered("folders", "", "f@/\n", ""),
            numbered("anywhere", "", "**/f@\n", ""),
            many("taken back", "*\n", "!x\n", ""),
            many("patterns", "", "*a*b*\n", ""),
            many("classes", "", "[a-z]*[!0-9]\n", ""),
            many("a class that does not end", "", "[a", "\n"),
            many("a long line", "", "a", "\n"),
            many("asterisks", "", "*", "\n"),
            many("double asterisks", "", "**/", "x\n"),
            colliding("names of one hash", "", "@\n", ""),
            many("comments", "", "# c\n", ""),
            many("blanks", "x", " ", "\n"),
            many("backslashes", "", "\\", "\n")),
    FORGE(
            Reads::forge,
            Reads.MIDDLE,
            numbered("calls", "tasks:\n", "  t@: {cmds: [{task: t@+, vars: {A: '{{.A}}{{.A}}a'}}]}\n", ""),
            many("calls of one task", "tasks:\n  t0:\n", "    - task: t0\n", ""),
            many("dependencies", "tasks:\n  t0:\n    deps: [", "{task: t0, vars: {A: '{{.CLI_ARGS}}'}},", "]\n"),
            many("included files", "includes:\n", "  a: ./Taskfile.yml\n", "tasks: {t0: a}\n"),
            numbered("files that include themselves", "includes:\n", "  a@: ./Taskfile.yml\n", "tasks: {t0: a}\n"),
            numbered(
                    "environments",
                    Reads.FORGE + "\"environments\":{",
                    "\"e@\":{\"refs\":[\"branch b@\"]},",
                    "\"release\":{}}}"),
            numbered("secrets", Reads.FORGE + "\"secrets\":{", "\"S@\":\"2026-01-01\",", "\"A\":\"2026-01-01\"}}"),
            numbered(
                    "patterns",
                    Reads.FORGE
                            + "\"actions\":{\"allowed\":\"selected\",\"githubOwned\":true,\"verified\":false,\"patterns\":[",
                    "\"a@/*\",",
                    "\"b/*\"]}}"),
            numbered("checks", Reads.FORGE + "\"defaultBranchRules\":{\"requiredChecks\":[", "\"c@\",", "\"c\"]}}"),
            many(
                    "rulesets",
                    Reads.FORGE + "\"immutableReleases\":false,\"rulesets\":[",
                    "{\"name\":\"a\",\"target\":\"tag\",\"enforcement\":\"active\",\"include\":[\"refs/tags/*\"],\"exclude\":[],\"rules\":[]},",
                    "{\"name\":\"z\",\"target\":\"tag\",\"enforcement\":\"active\",\"include\":[],\"exclude\":[],\"rules\":[]}]}"),
            nested("objects", "{\"a\":", "{\"a\":", "1", "}")),
    RENOVATE(
            input -> Reads.posture("renovate.json", input),
            many(
                    "rules",
                    "{\"minimumReleaseAge\":\"3 days\",\"packageRules\":[",
                    "{\"matchPackageNames\":[\"a\"],\"minimumReleaseAge\":null},",
                    "{}]}"),
            many("presets", "{\"extends\":[", "\"config:base\",", "\"x\"]}"),
            many("managers", "{\"enabledManagers\":[", "\"npm\",", "\"maven\"]}"),
            many("a long age", "{\"minimumReleaseAge\":\"", "1", " days\"}"),
            many("an age of zeros", "{\"minimumReleaseAge\":\"", "0 ", " days\"}"),
            many("comments", "{", "// c\n", "}"),
            many("a comment that does not end", "{", "/* ", ""),
            numbered("members", "{", "\"k@\":1,", "\"z\":1}"),
            colliding("members of one hash", "{", "@:1,", "z:1}"),
            nested("lists", "{\"a\":", "[", "1", "]"),
            many("a long number", "{\"a\":", "1", "}")),
    DEPENDABOT(
            input -> {
                Reads.posture(".github/dependabot.yml", input);
                Reads.workflows(".github/dependabot.yml", input);
            },
            Reads.MIDDLE,
            many(
                    "entries",
                    "version: 2\nupdates:\n",
                    "  - {package-ecosystem: maven, directory: /, schedule: {interval: weekly}}\n",
                    ""),
            numbered(
                    "folders",
                    "version: 2\nupdates:\n  - package-ecosystem: maven\n    schedule: {interval: weekly}\n    directories:\n",
                    "      - /f@\n",
                    ""),
            many(
                    "wildcards",
                    "version: 2\nupdates:\n  - package-ecosystem: maven\n    schedule: {interval: weekly}\n    directories:\n",
                    "      - /*a*/**\n",
                    ""),
            many(
                    "what is ignored",
                    "version: 2\nupdates:\n  - package-ecosystem: maven\n    schedule: {interval: weekly}\n    directory: /\n    ignore:\n",
                    "      - {dependency-name: a}\n",
                    ""),
            many(
                    "what cools down",
                    "version: 2\nupdates:\n  - package-ecosystem: maven\n    schedule: {interval: weekly}\n    directory: /\n    cooldown:\n      default-days: 7\n      exclude:\n",
                    "        - '*:*/'\n",
                    ""),
            many("entries that are none", "version: 2\nupdates:\n", "  - x\n", "")),
    PRE_COMMIT(
            input -> Reads.workflows(".pre-commit-config.yaml", input),
            many("repositories", "repos:\n", "  - {repo: https://github.com/a/b, rev: v1, hooks: [{id: a}]}\n", ""),
            many(
                    "hooks",
                    "repos:\n  - repo: https://github.com/a/b\n    rev: v1\n    hooks:\n",
                    "      - {id: a}\n",
                    "")),
    SECURITY_INSIGHTS(
            Reads::insights,
            many(
                    "contacts",
                    "header:\n  schema-version: 2.0.0\n  last-updated: '2026-01-01'\nproject:\n  administrators:\n",
                    "    - {name: a, primary: true}\n",
                    ""),
            numbered("unknown keys", "header:\n  schema-version: 2.0.0\n", "  k@: v\n", ""),
            many(
                    "entries that repeat",
                    "header:\n  schema-version: 1.0.0\nproject-lifecycle:\n  core-maintainers:\n",
                    "    - a\n",
                    ""),
            many("a long address", "header:\n  schema-version: 2.0.0\n  url: https://", "a.", "\n"),
            many("a long text", "header:\n  schema-version: 1.0.0\n  commit-hash: ", "a", "\n"),
            many(
                    "telephone numbers",
                    "header:\n  schema-version: 1.0.0\nsecurity-contacts:\n  - type: email\n    value: ",
                    "+1-",
                    "x\n")),
    SECURITY_POLICY(
            input -> Reads.posture("SECURITY.md", input),
            Reads.MIDDLE,
            many("words", "", "a ", ""),
            many("addresses", "", "a@b.png ", ""),
            many("a long address", "", "a.", "@b"),
            many("dots", "a@b", ".c", ""),
            many("pictures", "", "![a](b) ", ""),
            many("pictures that do not end", "", "![", ""),
            many("links", "", "[a](", ""),
            many("questions", "", "QUESTION: ", "")),
    LICENSE(
            input -> Reads.posture("LICENSE", input),
            many("words", "", "a ", ""),
            many("blanks", "", " \n", ""),
            many("titles", "", "apache license, version ", "")),
    WORKFLOW(
            input -> Reads.workflows(".github/workflows/ci.yml", input),
            Reads.SHORT,
            numbered("jobs", "on: push\njobs:\n", "  j@: {runs-on: ubuntu-latest, steps: [{run: make}]}\n", ""),
            numbered(
                    "jobs that need the one before",
                    "on: push\njobs:\n  j: {runs-on: u, steps: [{run: a}]}\n",
                    "  k@: {needs: [j], runs-on: u, steps: [{run: a}]}\n",
                    ""),
            many("steps", Reads.JOB, "      - run: make\n", ""),
            many("steps with names", Reads.JOB, "      - {name: a, run: make}\n", ""),
            many("actions", Reads.JOB, "      - uses: a/b@v1\n", ""),
            numbered("actions of many names", Reads.JOB, "      - uses: a@/b@v1\n", ""),
            many("checkouts", Reads.JOB, "      - uses: actions/checkout@v4\n", ""),
            many("caches", Reads.JOB, "      - uses: actions/cache@v4\n", ""),
            many("ignored lines", Reads.JOB, "      - uses: a/b@v1 # zizmor: ignore[unpinned-uses]\n", ""),
            many("comments", Reads.JOB + "      - run: make\n", "      # zizmor: ignore[unpinned-uses]\n", ""),
            many(
                    "expressions in lines",
                    Reads.JOB + "      - run: |\n",
                    "          echo ${{ github.event.issue.title }}\n",
                    ""),
            many("expressions in one line", Reads.JOB + "      - run: ", "${{ github.event.issue.title }} ", "\n"),
            many("expressions that do not end", Reads.JOB + "      - run: ", "${{ a ", "\n"),
            many("downloads", Reads.JOB + "      - run: |\n", "          curl https://x | sh\n", ""),
            many("environment files", Reads.JOB + "      - run: |\n", "          echo a=b >> $GITHUB_ENV\n", ""),
            many("here documents", Reads.JOB + "      - run: |\n", "          cat <<E\n          x\n          E\n", ""),
            many("builds", Reads.JOB + "      - run: |\n", "          mvn deploy -DskipTests\n", ""),
            many(
                    "a matrix",
                    "on: push\njobs:\n  j:\n    runs-on: u\n    strategy: {matrix: {a: [",
                    "1, ",
                    "1]}}\n    steps: [{run: '${{ matrix.a }}'}]\n"),
            numbered(
                    "a matrix of many",
                    "on: push\njobs:\n  j:\n    runs-on: u\n    strategy:\n      matrix:\n",
                    "        a@: [1, 2]\n",
                    "    steps: [{run: a}]\n"),
            many(
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
            many("conditions", Reads.JOB, "      - {if: github.actor == 'dependabot[bot]', run: make}\n", ""),
            many("a long condition", Reads.JOB + "      - run: a\n        if: a", " || github.actor == 'b'", "\n"),
            many(
                    "aliases of a step",
                    "on: push\njobs:\n  j:\n    runs-on: u\n    steps:\n      - &s {uses: a/b@v1}\n",
                    "      - *s\n",
                    ""),
            many("permissions", "on: push\npermissions:\n", "  contents: write\n", "jobs: {}\n"),
            many("branches", "on:\n  push:\n    branches:\n", "      - 'a/**'\n", "jobs: {}\n"),
            many(
                    "services",
                    "on: push\njobs:\n  j:\n    runs-on: u\n    services:\n",
                    "      s: {image: a}\n",
                    "    steps: [{run: a}]\n"),
            numbered(
                    "images",
                    "on: push\njobs:\n  j:\n    runs-on: u\n    services:\n",
                    "      s@: {image: 'a:${{ matrix.x }}'}\n",
                    "    steps: [{run: a}]\n")),
    FLOW(
            input -> Reads.workflows(".github/workflows/ci.yml", input),
            Reads.SHORT,
            nested("substitutions in each other", Reads.JOB + "      - run: eval ", "$(echo ", "$T", ")\n"),
            many("substitutions", Reads.JOB + "      - run: |\n", "          eval \"$(echo \"$(cat t)\")\"\n", ""),
            many(
                    "tests of a variable",
                    Reads.TESTING,
                    "          case $T in a|b) c $T ;; *[!a-z]*) exit ;; esac; [[ $T =~ ^a$ ]] || echo; eval $T\n",
                    ""),
            many("cases that do not end", Reads.TESTING, "          case $T in (/a) b ;; case $T in\n", ""),
            many(
                    "members of an object",
                    Reads.PROGRAM + "            const a = {\n",
                    "              b: context.payload.issue.title,\n",
                    "            }\n            eval(a.b)\n"),
            many(
                    "patterns and programs",
                    Reads.PROGRAM,
                    "            const p = /^(a)$/; exec.exec(`${context.payload.issue.title}`)\n",
                    ""),
            many("files of one line", Reads.PROGRAM + "            ", "open('a') as b, ", "\n"),
            many(
                    "what xargs hands on",
                    Reads.JOB + "      - run: |\n",
                    "          git log --oneline | xargs sed a\n",
                    ""),
            many(
                    "parts of a secret",
                    "on: push\nenv: {K: '${{ secrets.K }}'}\njobs:\n  j:\n    runs-on: u\n    steps:\n      - run: |\n",
                    "          P=$(echo $K | jq .a); echo \"A=$P\" >> $GITHUB_ENV; echo \"::add-mask::$P\"\n",
                    ""),
            many(
                    "comparisons of one test",
                    Reads.TESTING + "          [[ ",
                    "$T == a* || ",
                    "$T == b ]] && eval \"$T\"\n"),
            many(
                    "what awk prints",
                    Reads.TESTING,
                    "          eval $(echo $T | awk '{ gsub(/[^a]/, \"\", a); print a a a; print a }')\n",
                    ""),
            numbered(
                    "functions that test what they are given",
                    Reads.TESTING,
                    "          f@() { [[ $1 =~ ^a$ ]] || exit; v@=$1; }; f@ $T; eval $v@\n",
                    ""),
            numbered(
                    "services of Compose",
                    Reads.TESTING,
                    "          docker compose -f c.yaml up s@ && docker run i@\n",
                    ""),
            many("tests on one line", Reads.TESTING + "          ", "echo $T | grep -qx 'a' || b $T; ", "\n"),
            numbered(
                    "variables that read the next one twice",
                    Reads.JOB + "      - run: echo ${{ env.V1 }} ${{ env.V2 }}\n    env:\n",
                    "      V@: ${{ env.V@+ }}${{ env.V@+ }}\n",
                    ""),
            numbered(
                    "variables of the workflow, read by steps",
                    "on: issues\nenv: {V1: '${{ github.event.issue.title }}'}\njobs:\n  j:\n    runs-on: u\n    steps:\n",
                    "      - run: echo ${{ env.V1 }}\n        env: {W@: '${{ env.V1 }}'}\n",
                    ""),
            numbered(
                    "steps that hand on an output",
                    Reads.JOB + "      - {id: s, run: 'echo \"t=$GITHUB_HEAD_REF\" >> $GITHUB_OUTPUT'}\n",
                    "      - {id: s, run: 'echo \"t=${{ steps.s.outputs.t }}\" >> $GITHUB_OUTPUT'}\n",
                    ""),
            numbered(
                    "steps that set a variable by itself",
                    Reads.JOB + "      - run: echo \"T=$GITHUB_HEAD_REF\" >> $GITHUB_ENV\n",
                    "      - {id: s@, run: 'echo \"T=x$T\" >> $GITHUB_ENV'}\n",
                    "      - run: eval $T\n"),
            numbered(
                    "jobs that read one another",
                    "on: issues\njobs:\n",
                    "  j@: {needs: [j@+], runs-on: u, outputs: {a: '${{ needs.j@+.outputs.a }}'},"
                            + " steps: [{run: 'a ${{ needs.j@+.outputs.a }}'}]}\n",
                    ""),
            numbered(
                    "jobs that read one that they do not need",
                    "on: issues\njobs:\n",
                    "  j@: {runs-on: u, steps: [{run: 'a ${{ needs.j0.outputs.a }}'}]}\n",
                    ""),
            halves(
                    "callers and jobs",
                    "on: {issues: , workflow_call: {inputs: {a: {type: string}}}}\njobs:\n",
                    "  a: {uses: ./.github/workflows/ci.yml, with: {a: '${{ github.event.issue.title }}'}}\n",
                    "",
                    "  b: {runs-on: u, steps: [{run: 'a ${{ inputs.a }}'}]}\n",
                    ""),
            numbered(
                    "calls that give an input on",
                    """
                    on: {issues: , workflow_call: {inputs: {a: {type: string}}}}
                    jobs:
                      a: {runs-on: u, steps: [{run: 'a ${{ inputs.a1 }}'}]}
                    """,
                    "  c@: {uses: ./.github/workflows/ci.yml, with: {a@: '${{ inputs.a@+ }}${{ inputs.a@+ }}'}}\n",
                    ""),
            numbered(
                    "calls that need one another",
                    "on: {issues: , workflow_call: {inputs: {a: {type: string}},"
                            + " outputs: {o: {value: '${{ jobs.a.outputs.o }}'}}}}\njobs:\n"
                            + "  a: {runs-on: u, outputs: {o: '${{ inputs.a }}'}, steps: [{run: 'a ${{ inputs.a }}'}]}\n",
                    "  c@: {needs: [c@+], uses: ./.github/workflows/ci.yml, with: {a: '${{ needs.c@+.outputs.o }}'}}\n",
                    ""),
            many(
                    "a program in one line",
                    Reads.JOB + "      - uses: actions/github-script@v7\n        with:\n          script: ",
                    "a=context.payload.issue.title,",
                    "b\n"),
            many(
                    "a program of many lines",
                    Reads.JOB + "      - uses: actions/github-script@v7\n        with:\n          script: |\n",
                    "            core.setOutput('a', context.payload.issue.title)\n",
                    ""),
            many("lists on one line", Reads.PROGRAM + "            ", "a.map(b).forEach(c); ", "\n"),
            many("patterns on one line", Reads.PROGRAM + "            ", "a.replace(/[^a]/g, ", "b\n"),
            many("comparisons on one line", Reads.PROGRAM + "            a = ", "b === c || d && ", "e\n"),
            many("blocks within each other", Reads.PROGRAM + "            ", "if (a) { b(); ", "\n"),
            many("braces of a program", Reads.PROGRAM + "            ", "{", "\n"),
            many("arms of a choice", Reads.PROGRAM + "            switch (a) {\n", "            case 'b': c();\n", ""),
            many("chains of calls", Reads.PROGRAM + "            a\n", "              .then(b => c)\n", ""),
            many("values in a text", Reads.PROGRAM + "            ", "`${", "\n"),
            many(
                    "members of an object",
                    Reads.PROGRAM + "            const a = {\n",
                    "              b: context.payload.issue.title,\n",
                    ""),
            many(
                    "calls on one line",
                    Reads.PROGRAM + "            function f(a) { return a }\n            b = [",
                    "f(context.payload.issue.title), ",
                    "]\n"),
            many("words of Ruby", Reads.JOB + "      - shell: ruby {0}\n        run: |\n", "          if a\n", ""),
            many("texts of several lines", Reads.PROGRAM, "            a = `\n", ""),
            many(
                    "functions that return",
                    Reads.PROGRAM,
                    "            function a() {\n              return b\n            }\n",
                    ""),
            many(
                    "loops over a name",
                    Reads.PROGRAM + "            var t = context.payload.issue.title\n",
                    "            for (const a of t) exec(a)\n",
                    ""),
            numbered(
                    "names of one module",
                    Reads.JOB + "      - shell: python\n        run: |\n",
                    "          import subprocess as a@\n",
                    ""),
            many("copies of a file", Reads.CHECKOUT + "      - run: |\n", "          cp pr/a.txt b.txt; make\n", ""),
            numbered("copies of files", Reads.CHECKOUT + "      - run: |\n", "          cp pr/a b@.c; make\n", ""),
            many("a copy of many files", Reads.CHECKOUT + "      - run: cp", " pr/a", " b/; make\n"),
            many("a deep copy", Reads.CHECKOUT + "      - run: cp pr/a b", "/c", "; make\n"),
            many(
                    "steps that refuse forks, and builds",
                    Reads.CHECKOUT,
                    "      - {if: github.event.pull_request.head.repo.fork, run: exit 1}\n      - run: make -C pr\n",
                    ""),
            many(
                    "lines that show a secret",
                    Reads.SECRET_SCRIPT,
                    "            console.log(btoa(process.env.KEY))\n",
                    ""),
            many("members of a secret", Reads.SECRET_SCRIPT + "            process.env.KEY", ".a", "\n"),
            many(
                    "texts around a secret",
                    Reads.SECRET_SCRIPT + "            a = ",
                    "'a' + process.env.KEY + ",
                    "'b'\n"),
            nested("calls with a secret", Reads.SECRET_SCRIPT + "            ", "btoa(", "process.env.KEY", ")"),
            nested("texts in texts", Reads.SECRET_SCRIPT + "            ", "`${", "process.env.KEY", "}`"),
            numbered(
                    "outputs with a secret, and jobs that need them",
                    """
                    on: push
                    jobs:
                      a: {runs-on: u, outputs: {o: '${{ steps.s.outputs.o }}'}, steps: [{id: s,
                        env: {K: '${{ secrets.KEY }}'}, run: 'echo "o=$(echo $K | base64)" >> $GITHUB_OUTPUT'}]}
                    """,
                    "  j@: {needs: [a], runs-on: u, outputs: {o: '${{ needs.a.outputs.o }}'},"
                            + " steps: [{run: 'echo ${{ needs.a.outputs.o }}'}]}\n",
                    ""),
            halves(
                    "outputs of a job, and jobs that need it",
                    "on: push\njobs:\n  a:\n    runs-on: u\n    steps: [{id: s, env: {K: '${{ secrets.KEY }}'}, run:"
                            + " 'echo \"o=$(echo $K | base64)\" >> $GITHUB_OUTPUT'}]\n    outputs:\n",
                    "      o: '${{ steps.s.outputs.o }}'\n",
                    "",
                    "  b: {needs: [a], runs-on: u, steps: [{run: 'echo ${{ needs.a.outputs.o }}'}]}\n",
                    "")),
    EGRESS(
            input -> Reads.workflows(".github/workflows/ci.yml", input),
            Reads.SHORT,
            many("folders in each other", Reads.LOGGED + "      - run: |\n", "          cd a; npm ci\n", ""),
            many("a deep folder", Reads.LOGGED + "      - run: npm ci\n        working-directory: a", "/a", "\n"),
            many("addresses", Reads.LOGGED + "      - run: |\n", "          curl https://x.example.org\n", ""),
            numbered("hosts", Reads.LOGGED + "      - run: |\n", "          curl https://x@.example.org\n", ""),
            many("an action again and again", Reads.LOGGED, "      - uses: a/b@v1\n", ""),
            new Shape("lists of other jobs", Reads::lists),
            numbered(
                    "a long list of another job",
                    Reads.LOGGED
                            + "  k:\n    runs-on: ubuntu-latest\n    steps:\n      - uses: step-security/harden-runner@v2\n"
                            + "        with:\n          egress-policy: block\n          allowed-endpoints: >\n",
                    "            h@.example.org:443\n",
                    "      - uses: a/b@v1\n")),
    ACTION(
            input -> Reads.workflows("action.yml", input),
            Reads.SHORT,
            many("steps", "runs:\n  using: composite\n  steps:\n", "    - {run: make, shell: bash}\n", ""),
            many("actions", "runs:\n  using: composite\n  steps:\n", "    - uses: a/b@v1\n", ""),
            numbered(
                    "inputs",
                    "inputs:\n",
                    "  i@: {default: a}\n",
                    "runs: {using: composite, steps: [{run: 'echo ${{ inputs.i0 }}', shell: bash}]}\n"),
            many(
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
            many("pins", "version: v0.0.3\nworkflows:\n  .github/workflows/ci.yml:\n", "    - a/b@v1\n", ""),
            numbered("workflows", "version: v0.0.3\nworkflows:\n", "  .github/workflows/w@.yml: [a/b@v1]\n", "")),
    KEYS_MAP(
            SignatureInputs::keysMap,
            numbered("groups", "", "org.g@ = 0x" + "A".repeat(40) + "\n", ""),
            colliding("groups of one hash", "", "org.@ = any\n", ""),
            many("a line again and again", "", "org.example = any\n", ""),
            many("patterns", "", "org.*.*x* = any\n", ""),
            many("keys", "org.example = any", ", 0x" + "A".repeat(40), "\n"),
            many("continued lines", "org.example = any", ", \\\n any", "\n"),
            many("comments", "", "# c\n", ""),
            many("expressions", "", "org.example:lib:pom:~(a|aa)+b = any\n", ""),
            many("a long name", "org.", "a*", " = any\n"),
            many("colons", "org", ":a", " = any\n"),
            many("blanks", "org.example = 0x", " A", "\n"),
            many("a continued line without an end", "", "a\\\n", "")),
    IDENTITY_MAP(
            SignatureInputs::identities,
            numbered("groups", "", "org.g@ = https://i.example.org a@example.org\n", ""),
            many("a line again and again", "", "org.example = https://i.example.org a@example.org\n", ""),
            many(
                    "identities",
                    "org.example = https://i.example.org a@example.org",
                    ", https://i.example.org a*@example.org",
                    "\n"),
            many("asterisks", "org.example = https://i.example.org a", "*a", "\n")),
    ARMOUR(
            SignatureInputs::armour,
            many("blocks", "", "-----BEGIN PGP SIGNATURE-----\n\nAAAA\n-----END PGP SIGNATURE-----\n", ""),
            many(
                    "blocks of keys",
                    "",
                    "-----BEGIN PGP PUBLIC KEY BLOCK-----\n\nAAAA\n-----END PGP PUBLIC KEY BLOCK-----\n",
                    ""),
            many("blocks that do not end", "", "-----BEGIN PGP SIGNATURE-----\n", ""),
            many("blocks that do not begin", "", "-----END PGP SIGNATURE-----\n", ""),
            many("beginnings within lines", "", "x-----BEGIN PGP SIGNATURE-----", ""),
            many(
                    "a long block",
                    "-----BEGIN PGP SIGNATURE-----\n\n",
                    "AAAAAAAAAAAAAAAA\n",
                    "-----END PGP SIGNATURE-----\n"),
            many("headers", "-----BEGIN PGP SIGNATURE-----\n", "Comment: c\n", "\nAAAA\n-----END PGP SIGNATURE-----\n"),
            many(
                    "a long header",
                    "-----BEGIN PGP SIGNATURE-----\nComment: ",
                    "c",
                    "\n\nAAAA\n-----END PGP SIGNATURE-----\n"),
            many("text between blocks", "", "text\n", ""),
            many("zeros", "", "\0", ""),
            many("packets of nothing", "", "\u0001", "")),
    GIT_INDEX(
            SourceInputs::index,
            new Shape("entries", length -> GitIndexInput.version2(length)),
            new Shape("paths that share their beginnings", length -> GitIndexInput.version4(length)),
            many("no index", "", "DIRC", "")),
    JAR(
            JarInputs::names,
            new Shape("short names", length -> JarInputs.directory(length, 1)),
            new Shape("long names", length -> JarInputs.directory(length, 60_000)),
            many("ends", "", "PK\u0005\u0006", "")),
    BASELINE(
            input -> {
                try {
                    BaselineParser.parse(SourceFile.decode(".mvn/hardening-baseline.json", input));
                } catch (ConfigurationException | UnreadableFileException e) {
                    // As documented.
                }
            },
            numbered(
                    "findings",
                    Reads.BASELINE,
                    "{\"check\":\"c\",\"path\":\"p@\",\"subject\":\"s\",\"count\":1,\"fingerprint\":\"f@\"},",
                    "{\"check\":\"c\",\"path\":\"p\",\"subject\":\"s\",\"count\":1,\"fingerprint\":\"f\"}]}"),
            colliding(
                    "findings of one hash",
                    Reads.BASELINE,
                    "{\"check\":\"c\",\"path\":\"p\",\"subject\":\"@\",\"count\":1,\"fingerprint\":\"@\"},",
                    "{\"check\":\"c\",\"path\":\"p\",\"subject\":\"s\",\"count\":1,\"fingerprint\":\"f\"}]}"),
            numbered("checks", "{\"version\":1,\"plugin\":\"1\",\"findings\":[],\"checks\":[", "\"c@\",", "\"c\"]}"),
            nested("unknown members", "{\"version\":", "[", "1", "]}")),
    MAVEN_CONFIG(
            input -> {
                Reads.build(".mvn/maven.config", input);
                Reads.build(".mvn/jvm.config", input);
            },
            Reads.MIDDLE,
            many("switches", "", "-Dhardening.skip=true\n", ""),
            numbered("properties", "", "-Dp@=${p@+}\n", ""),
            many("words in one line", "", "-o ", ""),
            many("a switch of many words", "-P", "a,", "b\n"),
            many("quotes", "", "\"-Da=b\" ", "\n"),
            many("a quote that does not end", "-Da=\"", "b ", ""),
            many("argument files", "", "@f\n", "")),
    MAVEN_PROPERTIES(
            input -> {
                Reads.build(".mvn/maven-user.properties", input);
                Reads.build(".mvn/wrapper/maven-wrapper.properties", input);
            },
            Reads.MIDDLE,
            numbered("properties", "", "hardening.p@=x\n", ""),
            colliding("properties of one hash", "", "@=x\n", ""),
            many("a property again and again", "", "distributionUrl=https://repo.example.org/a.zip\n", ""),
            many("continued lines", "a=", "b\\\n", "\n"),
            many("escapes", "a=", "\\u0041", "\n"),
            many("includes", "", "${includes}=f,", "\n"),
            numbered("values of one another", "", "p@=${p@+}${p@+}\n", "")),
    EXTENSIONS(
            input -> Reads.build(".mvn/extensions.xml", input),
            Reads.MIDDLE,
            numbered(
                    "extensions",
                    "<extensions>",
                    "<extension><groupId>g</groupId><artifactId>a@</artifactId><version>1</version></extension>",
                    "</extensions>"),
            many("comments", "<extensions>", "<!--c-->", "</extensions>")),
    SCRIPT_FILE(
            input -> {
                Reads.scriptFile("Makefile", input);
                Reads.scriptFile("build.gradle", input);
                Reads.scriptFile("settings.gradle", input);
                Reads.scriptFile("script.sh", input);
            },
            Reads.SHORT,
            numbered("targets", "", "t@: t@+\n\tmake t@+\n", ""),
            many("a target again and again", "", "deploy:\n\tmvn deploy\n", ""),
            many("commands", "deploy:\n", "\tcurl https://x | sh\n", ""),
            numbered("variables", "", "V@ = $(V@+)$(V@+)\n", "deploy:\n\t$(V0)\n"),
            many("continued lines", "V = a", " \\\n b", "\n"),
            numbered("tasks", "", "task t@ { dependsOn 't@+' }\n", ""),
            many("scripts", "", "./script.sh\n", ""),
            many("projects", "", "include('a', ':b:c'\n", ")\n"),
            many("scripts that hand on", "", "./script.sh \"$1\" \"x$2\"\n", "eval \"$1\"\n"),
            many("functions", "", "f() { mvn deploy; }\nf\n", "")),
    TASK_FILE(
            input -> {
                for (String file : List.of(
                        "justfile",
                        "Taskfile.yml",
                        "tox.ini",
                        "Rakefile",
                        "Fastfile",
                        "mise.toml",
                        "docker-bake.hcl")) {
                    Reads.scriptFile(file, input);
                }
            },
            Reads.SHORT,
            numbered("recipes", "", "t@ a='b': (t@+ 'c') t@+\n\tjust t@+ {{a}}\n", ""),
            numbered("parameters", "t0", " a@='b'", ":\n\techo {{a0}}\n"),
            many("names in a recipe", "t0 a='b':\n\techo", " {{ a }}", "\n"),
            many("braces", "t0:\n\techo ", "{{", "\n"),
            numbered(
                    "environments",
                    "",
                    "[testenv:t@]\ncommands = {[testenv:t@+]commands}{[testenv:t@+]commands}\n",
                    ""),
            many("an environment of itself", "[testenv:t0]\ncommands = a", " {[testenv:t0]commands}", "\n"),
            many("factors", "[testenv:t0]\ncommands =\n", "  t0,t1: twine upload\n", ""),
            many("lists of texts", "[env.t0]\ncommands = [", "[\"a\", \"b\"],", "]\n"),
            numbered("tasks of mise", "", "[tasks.t@]\ndepends = ['t@+']\nrun = 'mise run t@+'\n", ""),
            many("lines of a task", "[tasks.t0]\nrun = \"\"\"\n", "echo \"a\"\n", ""),
            many("texts of a task", "[tasks.t0]\nrun = [", "'a', ", "]\n"),
            many("quotes of a task", "[tasks.t0]\nrun = ", "'''\"\"\"", "\n"),
            numbered("tasks of Ruby", "", "task t@: [:t@+] do\n  sh \"rake t@+\"\nend\n", ""),
            many("namespaces", "", "namespace :a do\n", "task :t0 do\n  sh 'x'\nend\n"),
            many("commands of Ruby", "task :t0 do\n", "  sh \"a\", 'b'\n", "end\n"),
            numbered("lanes", "", "lane :t@ do\n  t@+\n  supply(track: 'a')\nend\n", ""),
            many("brackets", "lane :t0 do\n  supply", "(", "\nend\n"),
            numbered(
                    "targets",
                    "",
                    "target \"t@\" { inherits = [\"t@+\"] }\n",
                    "group \"default\" { targets = [\"t0\"] }\n"),
            numbered(
                    "groups",
                    "",
                    "group \"g@\" { targets = [\"g@+\", \"g@+\"] }\n",
                    "group \"default\" { targets = [\"g0\"] }\n"),
            many("outputs", "target \"default\" { output = [", "\"type=docker\",", "] }\n"),
            many("open brackets", "target \"default\" { args = ", "{[(", "\n"),
            many("comments", "", "/* a */ # b\n", "")),
    STEPS_OF_SCRIPTS(
            Reads::stepsOfScripts,
            Reads.MIDDLE,
            numbered("commands", "t:\n", "\techo @\n", ""),
            numbered("needs", "", "t: n@\nn@: t\n\techo @\n", ""),
            numbered("variables that are handed on", "", "t: n@\nt: v@=a\n", ""),
            halves("targets in a variable", "V =", " abcdefgh", "\n", "$(V): a\n", ""),
            halves("variables of targets in a variable", "V =", " abcdefgh", "\n", "$(V): b = c\n", "")),
    PACKAGE_JSON(
            input -> Reads.scriptFile("package.json", input),
            Reads.SHORT,
            numbered(
                    "scripts",
                    "{\"scripts\":{",
                    "\"s@\":\"npm run s@+ && npm run s@+\",",
                    "\"deploy\":\"npm run s0\"}}"),
            many("commands", "{\"scripts\":{\"deploy\":\"", "npm publish && ", "true\"}}")),
    PACKAGE_SOURCES(
            input -> {
                for (String file :
                        List.of("package-lock.json", "requirements.txt", "Gemfile.lock", "Cargo.lock", "go.env")) {
                    Reads.watched(file, input);
                }
            },
            Reads.SHORT,
            many("addresses", "{", "\"resolved\": \"https://repo.example.org/a\",\n", "}"),
            numbered("addresses of many hosts", "{", "\"resolved\": \"https://r@.example.org/a\",\n", "}"),
            many("a long line", "\"resolved\": \"https://", "a.", "\"\n"),
            many("indices", "", "--index-url https://repo.example.org/simple\n", ""),
            many("sources", "", "  remote: https://repo.example.org/\n", ""),
            many("beginnings of addresses", "\"resolved\"", " https://", "\n")),
    GRADLE_SOURCES(
            input -> Reads.watched("build.gradle", input),
            Reads.SHORT,
            many("repositories", "repositories {\n", "  maven { url 'https://repo.example.org/m' }\n", "}\n"),
            numbered("applied files", "", "apply from: 'f@.gradle'\n", ""),
            many("applied to itself", "", "apply from: 'build.gradle'\n", ""),
            many("words", "", "url ", "")),
    GITLAB_CI(
            input -> Reads.posture(".gitlab-ci.yml", input),
            Reads.MIDDLE,
            numbered("jobs", "", "j@: {image: 'a:1', script: [make]}\n", ""),
            numbered("jobs that extend one another", "", "j@: {extends: j@+}\n", ""),
            many("includes", "include:\n", "  - local: a.yml\n", ""),
            many("services", "j:\n  services:\n", "    - a:1\n", "")),
    README(
            input -> Reads.posture("README.md", input),
            Reads.MIDDLE,
            many("words", "", "security ", ""),
            many("links", "", "[security policy](a) ", ""),
            many("headings", "", "## Security\n", ""),
            many("addresses", "", "security@example.org ", "")),
    GO_MOD(
            input -> {
                Reads.workflows("go.mod", input);
                Reads.posture("go.mod", input);
            },
            Reads.MIDDLE,
            numbered("modules", "module a\nrequire (\n", "\tb@ v1.0.0\n", ")\n"),
            many("replacements", "module a\n", "replace b => ./c\n", "")),
    REPORT(
            input -> {
                try {
                    AggregateInputs.read(Reads.text(input));
                } catch (IOException e) {
                    // As documented.
                }
            },
            numbered("members", "{", "\"k@\":1,", "\"z\":1}"),
            numbered(
                    "findings",
                    "{\"version\":1,\"findings\":[",
                    "{\"check\":\"c@\",\"severity\":\"high\",\"message\":\"m\"},",
                    "{}]}"),
            nested("lists", "{\"findings\":", "[", "1", "]}")),
    GIT_CONFIG(
            SourceInputs::config,
            numbered("sections", "", "[s@]\na = b\n", ""),
            numbered("variables", "[s]\n", "v@ = b\n", ""),
            colliding("variables of one hash", "[s]\n", "@ = b\n", ""),
            many("a variable again and again", "[s]\n", "a = b\n", ""),
            many("comments", "", "# c\n", ""),
            many("a long value", "[s]\na = ", "b ", "\n"),
            many("a value of many lines", "[s]\na = ", "b\\\n", "\n"),
            many("quotes", "[s]\na = ", "\"b\" ", "\n"),
            many("a quote that does not end", "[s]\na = \"", "b\\\n", "\n"),
            many("blanks", "[s]\na", " ", "= b\n"),
            many("subsections", "", "[s \"t\\\"\"]\na = b\n", ""));

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
