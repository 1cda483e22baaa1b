package io.github.mavenhardening.core.policy;

import io.github.mavenhardening.core.api.Binder;
import io.github.mavenhardening.core.api.Check;
import io.github.mavenhardening.core.api.Checks;
import io.github.mavenhardening.core.api.ConfigurationException;
import io.github.mavenhardening.core.source.Repository;
import io.github.mavenhardening.core.source.SourceFile;
import io.github.mavenhardening.core.source.UnreadableFileException;
import io.github.mavenhardening.core.workflow.YamlNodes;
import io.github.mavenhardening.core.yaml.YamlDocument;
import io.github.mavenhardening.core.yaml.YamlMapping;
import io.github.mavenhardening.core.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The settings of a {@code zizmor.yml} for the audits that have a check of the same id; those of others are ignored.
 *
 * @param settings which checks are off, and the options of the others
 * @param exemptions the findings that it takes back
 * @see <a href="https://docs.zizmor.sh/configuration/">zizmor: configuration</a>
 */
public record ZizmorConfig(PolicyLayer settings, List<Exemption> exemptions) {

    /** Where the file is looked for, in this order, as zizmor does; the first that is there is read. */
    public static final List<String> PATHS =
            List.of(".github/zizmor.yml", ".github/zizmor.yaml", "zizmor.yml", "zizmor.yaml");

    public ZizmorConfig {
        exemptions = List.copyOf(exemptions);
    }

    /** A configuration that says nothing. */
    public static ZizmorConfig none() {
        return new ZizmorConfig(PolicyLayer.none(), List.of());
    }

    /**
     * The repository's configuration; one that says nothing when it has none.
     *
     * @throws ConfigurationException when the file cannot be taken as it is
     */
    public static ZizmorConfig find(Repository repository, Checks checks) {
        for (String path : PATHS) {
            if (repository.isFile(path)) {
                try {
                    return parse(repository.read(path), checks);
                } catch (UnreadableFileException e) {
                    throw new ConfigurationException(e.location(), "", e.reason());
                }
            }
        }
        return none();
    }

    /**
     * The configuration of that text.
     *
     * @throws ConfigurationException when it is not YAML, or an exemption is not {@code file[:line[:column]]}
     */
    public static ZizmorConfig parse(SourceFile source, Checks checks) {
        Binder binder = new Binder(source.path());
        Map<String, CheckSettings> settings = new LinkedHashMap<>();
        List<Exemption> exemptions = new ArrayList<>();
        for (YamlMapping.Entry entry : rules(source)) {
            String id = entry.name();
            Optional<Check> check = checks.byId(id);
            if (check.isPresent() && entry.value() instanceof YamlMapping rule) {
                refuse(check.get(), rule, binder);
                settings.put(id, settings(check.get(), rule, binder));
                rule.get("ignore").map(YamlNodes::texts).orElse(List.of()).stream()
                        .map(scalar -> Exemption.of(source.at(scalar.span()), id, scalar.value()))
                        .forEach(exemptions::add);
            }
        }
        PolicyLayer layer = PolicyLayer.of(Map.of("checks", settings));
        return new ZizmorConfig(new PolicyLayer(layer.settings(), List.of(source.path()), binder.stated()), exemptions);
    }

    /** Settings of zizmor's audit of the name beyond our options are ignored. */
    private static CheckSettings settings(Check check, YamlMapping rule, Binder binder) {
        String id = check.info().id();
        Optional<Boolean> off = rule.scalar("disable").flatMap(YamlScalar::asBoolean);
        if (off.isPresent()) {
            binder.state(
                    "checks." + id + ".enabled",
                    Boolean.toString(!off.get()),
                    rule.entry("disable").orElseThrow().key());
        }
        Optional<Record> options = Optional.empty();
        Optional<YamlMapping> config = rule.mapping("config");
        if (config.isPresent()) {
            List<String> given =
                    config.get().entries().stream().map(YamlMapping.Entry::name).toList();
            options = Optional.of(new Binder(binder.file())
                    .bind(check.info().options(), "rules." + id + ".config", config.get(), given));
            CheckSettings.stateOptions(
                    binder,
                    "checks." + id,
                    config.get(),
                    Binder.keysOf(check.info().options()));
        }
        return new CheckSettings(off.map(disabled -> !disabled), Optional.empty(), options);
    }

    /** A check of integrity is not an audit of zizmor's: whoever names one here means to silence it. */
    private static void refuse(Check check, YamlMapping rule, Binder binder) {
        if (!Integrity.isAtStake(check)) {
            return;
        }
        for (YamlMapping.Entry setting : rule.entries()) {
            if (setting.name().equals("disable") || setting.name().equals("ignore")) {
                throw binder.refused(
                        setting.key(), "rules." + check.info().id() + "." + setting.name(), Integrity.refusal(check));
            }
        }
    }

    private static List<YamlMapping.Entry> rules(SourceFile source) {
        try {
            return YamlDocument.parse(source)
                    .mapping()
                    .flatMap(root -> root.mapping("rules"))
                    .map(YamlMapping::entries)
                    .orElse(List.of());
        } catch (UnreadableFileException e) {
            throw new ConfigurationException(e.location(), "", e.reason());
        }
    }
}
