package io.github.mavenhardening.core.checks.dependency;

import io.github.mavenhardening.core.api.Check;
import io.github.mavenhardening.core.api.CheckContext;
import io.github.mavenhardening.core.launch.Effect;
import io.github.mavenhardening.core.pom.BuildFiles;
import io.github.mavenhardening.core.pom.CountingProfiles;
import io.github.mavenhardening.core.pom.Declaration;
import io.github.mavenhardening.core.pom.Pom;
import io.github.mavenhardening.core.xml.XmlElement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The switches in POMs: properties, those of profiles that count, and this plugin's own configuration. */
final class PomSwitches {

    /** What the properties of this plugin's parameters begin with. */
    static final String PREFIX = "hardening.";

    private static final String OURS = "io.github.mavenhardening:hardening-maven-plugin";

    /** A plugin that is bound to anything else never runs. */
    private static final Set<String> PHASES = Set.of(
            "validate",
            "initialize",
            "generate-sources",
            "process-sources",
            "generate-resources",
            "process-resources",
            "compile",
            "process-classes",
            "generate-test-sources",
            "process-test-sources",
            "generate-test-resources",
            "process-test-resources",
            "test-compile",
            "process-test-classes",
            "test",
            "prepare-package",
            "package",
            "pre-integration-test",
            "integration-test",
            "post-integration-test",
            "verify",
            "install",
            "deploy",
            "pre-clean",
            "clean",
            "post-clean",
            "pre-site",
            "site",
            "post-site",
            "site-deploy",
            // Maven 4.
            "all",
            "each",
            "build",
            "sources",
            "resources",
            "test-sources",
            "test-resources",
            "unit-test",
            "ready");

    private final CountingProfiles profiles;
    private final GateSwitches gate;
    private final SwitchReport report;
    /** The artifact ids of what the build's POMs have as their parents. */
    private final Set<String> parents = new HashSet<>();

    PomSwitches(Check check, CountingProfiles profiles, CheckContext context) {
        this.profiles = profiles;
        this.gate = new GateSwitches(context.repository());
        this.report = new SwitchReport(check, context);
    }

    void check(BuildFiles files) {
        for (Pom pom : files.poms()) {
            Optional<XmlElement> parent = pom.root().child("parent");
            if (parent.isPresent()) {
                parents.add(child(parent.get(), "artifactId"));
            }
        }
        for (Pom pom : files.poms()) {
            properties(pom, pom.root());
            for (XmlElement profile : profiles.of(pom.root())) {
                properties(pom, profile);
            }
        }
        for (Declaration ours : files.declared(OURS)) {
            configuration(ours, ours.element());
            for (XmlElement execution : ours.element().childrenAt("executions")) {
                configuration(ours, execution);
                phase(ours, execution);
            }
        }
    }

    private void properties(Pom pom, XmlElement level) {
        for (XmlElement property : level.childrenAt("properties")) {
            String name = property.name();
            String value = pom.resolve(property.text()).value();
            Optional<Effect> effect = name.startsWith(PREFIX)
                    ? gate.of(name.substring(PREFIX.length()), value, folderOf(pom))
                    : Switches.ofProperty(name, value);
            report.add(
                    effect.isPresent() && name.equals("enforcer.skip") && isModuleAlone(pom)
                            ? Optional.of(Effect.medium("switches the rules of the Maven Enforcer off in that module"))
                            : effect,
                    name + '=' + value,
                    pom.path(),
                    pom.at(property));
        }
    }

    /** Whether it is a module's POM which no other of the build has as its parent. */
    private boolean isModuleAlone(Pom pom) {
        if (folderOf(pom).isEmpty()) {
            return false;
        }
        String name = child(pom.root(), "artifactId");
        return !name.isEmpty() && !parents.contains(name);
    }

    private static String child(XmlElement element, String name) {
        Optional<XmlElement> child = element.child(name);
        return child.isPresent() ? child.get().text().strip() : "";
    }

    private void configuration(Declaration ours, XmlElement configured) {
        Pom pom = ours.pom();
        for (XmlElement parameter : configured.childrenAt("configuration")) {
            List<String> values = new ArrayList<>();
            values.add(pom.resolve(parameter.text()).value());
            for (XmlElement item : parameter.children()) {
                values.add(pom.resolve(item.text()).value());
            }
            values.removeIf(String::isEmpty);
            String value = String.join(",", values);
            if (!value.isEmpty()) {
                report.add(
                        gate.of(parameter.name(), value, folderOf(pom)),
                        '<' + parameter.name() + '>' + value + "</" + parameter.name() + '>',
                        pom.path(),
                        pom.at(parameter));
            }
        }
    }

    private void phase(Declaration ours, XmlElement execution) {
        Optional<XmlElement> phase = execution.child("phase");
        if (phase.isEmpty()) {
            return;
        }
        String name = ours.pom().resolve(phase.get().text()).value();
        String plain = name.replaceFirst("^(before|after):", "").replaceFirst("\\[-?[0-9]+]$", "");
        if (!PHASES.contains(plain) && !name.contains("${")) {
            report.add(
                    Optional.of(Effect.high("binds this plugin to a phase that does not exist, so that it never runs")),
                    "<phase>" + name + "</phase>",
                    ours.pom().path(),
                    ours.pom().at(phase.get()));
        }
    }

    private static String folderOf(Pom pom) {
        return pom.path().substring(0, Math.max(0, pom.path().lastIndexOf('/')));
    }
}
