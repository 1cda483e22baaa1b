package io.github.mavenhardening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.github.mavenhardening.core.api.Binder;
import io.github.mavenhardening.core.api.Check;
import io.github.mavenhardening.core.api.CheckInfo;
import io.github.mavenhardening.core.api.Checks;
import io.github.mavenhardening.core.api.ConfigurationException;
import io.github.mavenhardening.core.api.Option;
import io.github.mavenhardening.core.policy.PolicyFile;
import io.github.mavenhardening.core.policy.PolicySettings;
import io.github.mavenhardening.core.source.SourceFile;
import io.github.mavenhardening.core.yaml.YamlDocument;
import io.github.mavenhardening.core.yaml.YamlMapping;
import io.github.mavenhardening.core.yaml.YamlNode;
import io.github.mavenhardening.core.yaml.YamlScalar;
import io.github.mavenhardening.core.yaml.YamlSequence;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What follows from the declarations of options and settings is up to date: the section on each check's page, the JSON Schema of the
 * policy file and the policy that {@code hardening:init} writes. Whoever changes a declaration writes them again with
 * {@code mvn test -Dtest=DeclaredOptionsTest -Dhardening.docs.write}; without that property no file is written.
 */
class DeclaredOptionsTest {

    private static final String COMMAND = "mvn test -Dtest=DeclaredOptionsTest -Dhardening.docs.write";
    private static final String HEADING = "## Options\n\n";
    private static final Path PAGES = Path.of("src", "site", "markdown", "checks");
    private static final Path SCHEMA = Path.of("src", "site", "resources", "policy.schema.json");
    private static final Path STARTER = Path.of("src/main/resources/io/github/mavenhardening/core/init/hardening.yml");

    private static final Checks CHECKS = Checks.load(Check.class.getClassLoader());

    static List<Check> configurable() {
        return CHECKS.all().stream()
                .filter(check -> check.info().options() != CheckInfo.NoOptions.class)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("configurable")
    void describesTheOptionsOnThePage(Check check) throws IOException {
        holds(PAGES.resolve(check.info().id() + ".md"), page -> {
            String options = options(check.info().options());
            int heading = page.indexOf(HEADING);
            if (heading < 0) {
                int next = page.indexOf("## Severity");
                return page.substring(0, next) + HEADING + options + "\n" + page.substring(next);
            }
            int begin = heading + HEADING.length();
            int end = page.startsWith("- `", begin) ? page.indexOf("\n\n", begin) + 2 : begin;
            return page.substring(0, begin) + options + "\n" + page.substring(end);
        });
    }

    @Test
    void describesThePolicyFileInASchema() throws IOException {
        holds(SCHEMA, old -> new PolicySchema(CHECKS).json());
    }

    @Test
    void explainsEverySettingInThePolicyToBeginWith() throws IOException {
        holds(STARTER, old -> starter());
    }

    /** A check runs although the policy says nothing of it, and asks for its options by their type. */
    @Test
    void needsNoOptionAndSharesNone() {
        Set<Class<?>> types = new HashSet<>();
        for (Check check : configurable()) {
            Class<? extends Record> type = check.info().options();
            assertThat(types.add(type)).as("%s is of %s alone", type, check).isTrue();
            assertThat(Binder.absent(type)).hasNoNullFieldsOrProperties();
            assertThat(Binder.keysOf(type)).hasSize(type.getRecordComponents().length);
            for (RecordComponent component : type.getRecordComponents()) {
                Option option = component.getAnnotation(Option.class);
                assertThat(option.value()).as(component.toString()).matches("[A-Z`].*[^.]");
                assertThat(option.matches().isEmpty() && option.keys().isEmpty())
                        .as("%s says what must match", component)
                        .isEqualTo(option.must().isEmpty());
            }
        }
        assertThat(types).hasSizeGreaterThan(15);
    }

    /** Each example of a declaration is taken by the reader and by the schema. */
    @ParameterizedTest
    @MethodSource("configurable")
    void givesExamplesThatAreTaken(Check check) throws Exception {
        for (RecordComponent component : check.info().options().getRecordComponents()) {
            String policy = "checks:\n  " + check.info().id() + ":\n    " + Binder.keyOf(component) + ": "
                    + example(component) + "\n";
            assertThat(PolicyFile.parse(SourceFile.of("p.yml", policy), CHECKS)
                            .settings()
                            .checks())
                    .as(policy)
                    .containsOnlyKeys(check.info().id());
            assertThat(schemaErrors(policy)).as(policy).isEmpty();
        }
    }

    @Test
    void writesAPolicyThatHoldsWhereItsCommentsAreTakenAway() throws Exception {
        String policy = Files.readString(STARTER).replaceAll("(?m)^#(?! [^ ])", "");

        PolicySettings settings =
                PolicyFile.parse(SourceFile.of("p.yml", policy), CHECKS).settings();
        assertThat(Binder.keysOf(PolicySettings.class))
                .allSatisfy(key -> assertThat(policy).containsPattern("(?m)^" + key + ":"));
        assertThat(settings.persona()).isPresent();
        assertThat(settings.exceptions()).isNotEmpty();
        assertThat(schemaErrors(policy)).isEmpty();
        assertThat(PolicyFile.parse(SourceFile.of("p.yml", Files.readString(STARTER)), CHECKS)
                        .settings())
                .isEqualTo(PolicySettings.none());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "persona: auditor",
                "fail-on: never",
                "fail-on: high:low",
                "fail-on: {severity: medium, confidence: high}",
                "fail-on: {confidence: low}",
                "maximum: {low: 0, critical: 999999999}",
                "checks: {unpinned-uses: {severity: low, enabled: false, policies: {'a/*': any}}}",
                "checks: {release-cooldown: {period: P1Y2M, exclude: ['a.b:*']}}",
                "checks: {unrestricted-egress: {registries: {npm: ['*.example.org', 'a.example.org:65535'], pip: []}}}",
                "checks: {artifact-mismatch: {enabled: true, severity: critical}}",
                "exceptions: [{check: artipacked, reason: x}]",
                "baseline: {grace: 2027-01-31}",
                "exceptions: [{check: verification-bypass, about: a, reason: x, expires: 2027-01-31, path: '*'}]",
            })
    void aPolicyThatIsTakenFitsTheSchema(String policy) throws Exception {
        assertThat(PolicyFile.parse(SourceFile.of("p.yml", policy), CHECKS)).isNotNull();
        assertThat(schemaErrors(policy)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "personna: regular",
                "persona: strict",
                "fail-on: highest",
                "fail-on: high:sure",
                "fail-on: {severity: highest}",
                "maximum: {hihg: 1}",
                "maximum: {low: -1}",
                "maximum: {low: some}",
                "checks: {unpined-uses: {}}",
                "checks: {unpinned-uses: false}",
                "checks: {unpinned-uses: {enabled: yes}}",
                "checks: {unpinned-uses: {severity: bad}}",
                "checks: {unpinned-uses: {polcies: {}}}",
                "checks: {unpinned-uses: {policies: {owner: any}}}",
                "checks: {unpinned-uses: {policies: {'a/*': all}}}",
                "checks: {forbidden-uses: {allow: ['a b']}}",
                "checks: {release-cooldown: {period: 7}}",
                "checks: {release-cooldown: {exclude: a}}",
                "checks: {dependabot-cooldown: {days: 10000}}",
                "checks: {binary-artifacts: {allow: {a: abc}}}",
                "checks: {dangerous-triggers: {allow: {a: ' '}}}",
                "checks: {unrestricted-egress: {accept-audit: 'true'}}",
                "checks: {unrestricted-egress: {registries: {nmp: [a.example.org]}}}",
                "checks: {unrestricted-egress: {registries: {npm: ['https://a.example.org']}}}",
                "checks: {unrestricted-egress: {registries: {npm: ['a.example.org:65536']}}}",
                "checks: {artifact-mismatch: {enabled: false}}",
                "checks: {verification-bypass: {severity: low}}",
                "exceptions: {}",
                "exceptions: [{check: artipacked}]",
                "exceptions: [{reason: a}]",
                "exceptions: [{check: artipacked, reason: x, about: ' '}]",
                "exceptions: [{check: artifact-mismatch, reason: x, about: a, expires: 2027-01-31}]",
                "exceptions: [{check: verification-bypass, reason: x, expires: 2027-01-31}]",
            })
    void aPolicyThatIsRefusedDoesNotFitTheSchema(String policy) throws Exception {
        assertThatThrownBy(() -> PolicyFile.parse(SourceFile.of("p.yml", policy), CHECKS))
                .isInstanceOf(ConfigurationException.class);
        assertThat(schemaErrors(policy)).isNotEmpty();
    }

    private static void holds(Path file, UnaryOperator<String> generated) throws IOException {
        String text = Files.exists(file)
                ? Files.readString(file, StandardCharsets.UTF_8).replace("\r\n", "\n")
                : "";
        String upToDate = generated.apply(text);
        if (Boolean.parseBoolean(System.getProperty("hardening.docs.write"))) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, upToDate, StandardCharsets.UTF_8);
            return;
        }
        assertThat(text.equals(upToDate))
                .as("%s is out of date. Refresh it and commit it: %s", file, COMMAND)
                .isTrue();
    }

    private static String options(Class<? extends Record> type) {
        StringBuilder text = new StringBuilder();
        for (RecordComponent component : type.getRecordComponents()) {
            Option option = component.getAnnotation(Option.class);
            text.append("- `").append(Binder.keyOf(component)).append('`');
            if (!option.otherwise().isEmpty()) {
                text.append(" (default `").append(option.otherwise()).append("`)");
            }
            text.append(": ").append(option.value()).append(".\n");
        }
        return text.toString();
    }

    private static String starter() {
        StringBuilder text = new StringBuilder("""
                # The policy of hardening:check. Every setting below is a comment that shows its form; what is not said has its default:
                # https://github.com/maven-hardening/hardening-maven-plugin/blob/main/src/site/markdown/parameters.md
                # The options of each check are on its page, which this prints: mvn io.github.mavenhardening:hardening-maven-plugin:explain -Dcheck=ID
                """);
        for (RecordComponent component : PolicySettings.class.getRecordComponents()) {
            Option option = component.getAnnotation(Option.class);
            String example = example(component);
            text.append("\n# ").append(option.value()).append('.');
            if (!option.otherwise().isEmpty()) {
                text.append(" Default: ").append(option.otherwise()).append('.');
            }
            text.append("\n#").append(Binder.keyOf(component)).append(':');
            if (example.contains("\n")) {
                example.lines().forEach(line -> text.append("\n#  ").append(line));
            } else {
                text.append(' ').append(example);
            }
            text.append('\n');
        }
        return text.toString();
    }

    private static String example(RecordComponent component) {
        Option option = component.getAnnotation(Option.class);
        String example = option.example().isEmpty() ? option.otherwise() : option.example();
        assertThat(example).as("%s has an example", component).isNotEmpty();
        return example;
    }

    private static List<String> schemaErrors(String policy) throws Exception {
        JsonSchema schema =
                JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(Files.readString(SCHEMA));
        YamlNode root =
                YamlDocument.parse(SourceFile.of("p.yml", policy)).root().orElseThrow();
        JsonNode json = new ObjectMapper().valueToTree(plain(root));
        return schema.validate(json).stream().map(Object::toString).toList();
    }

    /** YAML's values as an editor's parser has them: by the core schema of YAML 1.2. */
    private static Object plain(YamlNode node) {
        if (node instanceof YamlMapping mapping) {
            Map<String, Object> values = new LinkedHashMap<>();
            mapping.entries().forEach(entry -> values.put(entry.name(), plain(entry.value())));
            return values;
        }
        if (node instanceof YamlSequence sequence) {
            return sequence.values().stream().map(DeclaredOptionsTest::plain).toList();
        }
        YamlScalar scalar = (YamlScalar) node;
        if (scalar.asBoolean().isPresent()) {
            return scalar.asBoolean().get();
        }
        boolean number = scalar.isUntyped() && scalar.value().matches("[-+]?[0-9]{1,18}");
        return number ? (Object) Long.valueOf(scalar.value()) : scalar.value();
    }
}
