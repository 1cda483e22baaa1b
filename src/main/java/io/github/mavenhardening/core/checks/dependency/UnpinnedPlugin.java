package io.github.mavenhardening.core.checks.dependency;

import com.google.auto.service.AutoService;
import io.github.mavenhardening.core.api.BuildCheck;
import io.github.mavenhardening.core.api.Check;
import io.github.mavenhardening.core.api.CheckContext;
import io.github.mavenhardening.core.api.CheckInfo;
import io.github.mavenhardening.core.dependency.BuildDescription;
import io.github.mavenhardening.core.dependency.BuildFacts.UnpinnedVersion;
import io.github.mavenhardening.core.finding.Element;
import io.github.mavenhardening.core.finding.Location;
import io.github.mavenhardening.core.finding.Persona;
import io.github.mavenhardening.core.finding.Severity;
import io.github.mavenhardening.core.pom.Declaration;

/** A plugin's version is set in no POM: then Maven's release chooses, or the newest release that there is. */
@AutoService(Check.class)
@CheckInfo(
        id = "unpinned-plugin",
        title = "A plugin's version is set in no POM",
        severity = Severity.MEDIUM,
        sources = {
            "https://maven.apache.org/guides/mini/guide-configuring-plugins.html",
            "https://maven.apache.org/enforcer/enforcer-rules/requirePluginVersions.html"
        })
public final class UnpinnedPlugin implements BuildCheck {

    @Override
    public void check(BuildDescription build, CheckContext context) {
        for (UnpinnedVersion plugin : build.facts().plugins()) {
            report(plugin, build, context);
        }
    }

    private void report(UnpinnedVersion plugin, BuildDescription build, CheckContext context) {
        Location location = locationOf(plugin, build);
        String chosen = plugin.key() + " has no version in any POM: ";
        String remedy = "Set a version in pluginManagement: " + plugin.version() + " is what this build used";
        Element element = Element.ofArtifact(plugin.key() + ":" + plugin.version());
        switch (plugin.chooser()) {
            // Another release of Maven, another plugin: a lock tells, so that it is a matter of order.
            case SUPER_POM ->
                context.report(at(location)
                        .severity(Severity.LOW)
                        .persona(Persona.PEDANTIC)
                        .message(chosen + plugin.version() + " was chosen by the super POM of the Maven that ran")
                        .remedy(remedy)
                        .subject(plugin.key())
                        .element(element));
            case LIFECYCLE ->
                context.report(at(location)
                        .severity(Severity.LOW)
                        .persona(Persona.PEDANTIC)
                        .message(chosen + plugin.version() + " was chosen by the life cycle of the Maven that ran")
                        .remedy(remedy)
                        .subject(plugin.key())
                        .element(element));
            case NEWEST ->
                context.report(at(location)
                        .message(
                                chosen + plugin.version() + " was chosen because it was the newest that could be found")
                        .remedy(remedy)
                        .subject(plugin.key())
                        .element(element));
        }
    }

    private static Location locationOf(UnpinnedVersion plugin, BuildDescription build) {
        for (Declaration declaration : build.files().declared(plugin.key())) {
            if (declaration.kind() == Declaration.Kind.PLUGIN
                    && declaration.version().isEmpty()) {
                return declaration.location();
            }
        }
        return Location.ofFile(plugin.pom());
    }
}
