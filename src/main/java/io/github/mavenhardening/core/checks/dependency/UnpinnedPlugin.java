package io.github.mavenhardening.core.checks.dependency;

import com.google.auto.service.AutoService;
import io.github.mavenhardening.core.api.BuildCheck;
import io.github.mavenhardening.core.api.Check;
import io.github.mavenhardening.core.api.CheckContext;
import io.github.mavenhardening.core.api.CheckInfo;
import io.github.mavenhardening.core.dependency.BuildDescription;
import io.github.mavenhardening.core.dependency.BuildFacts.UnpinnedVersion;
import io.github.mavenhardening.core.finding.Element;
import io.github.mavenhardening.core.finding.Finding;
import io.github.mavenhardening.core.finding.Fix;
import io.github.mavenhardening.core.finding.Location;
import io.github.mavenhardening.core.finding.Persona;
import io.github.mavenhardening.core.finding.Severity;
import io.github.mavenhardening.core.pom.Declaration;
import io.github.mavenhardening.core.source.SourceFile;
import io.github.mavenhardening.core.source.UnreadableFileException;
import io.github.mavenhardening.core.xml.XmlElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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
        List<Declaration> declarations = plugin.declarations(build.files());
        Location location = declarations.isEmpty()
                ? Location.ofFile(plugin.pom())
                : declarations.get(0).location();
        String chosen = plugin.key() + " has no version " + where(plugin) + ": ";
        List<Fix.Edit> edits = edits(plugin, declarations, context);
        boolean isChosen = !plugin.version().equals(UnpinnedVersion.NONE_YET);
        String remedy = "Set a version in pluginManagement"
                + (isChosen ? ": " + plugin.version() + " is what this build used" : "")
                + (edits.isEmpty() ? Fix.REFUSED + refusal(plugin, declarations) : "");
        Element element = Element.ofArtifact(isChosen ? plugin.key() + ":" + plugin.version() : plugin.key());
        switch (plugin.chooser()) {
            // Another release of Maven, another plugin: a lock tells, so that it is a matter of order.
            case SUPER_POM ->
                context.report(at(location, edits)
                        .severity(Severity.LOW)
                        .persona(Persona.PEDANTIC)
                        .message(chosen + plugin.version() + " was chosen by the super POM of the Maven that ran")
                        .remedy(remedy)
                        .subject(plugin.key())
                        .element(element));
            case LIFECYCLE ->
                context.report(at(location, edits)
                        .severity(Severity.LOW)
                        .persona(Persona.PEDANTIC)
                        .message(chosen + plugin.version() + " was chosen by the life cycle of the Maven that ran")
                        .remedy(remedy)
                        .subject(plugin.key())
                        .element(element));
            case NEWEST ->
                context.report(at(location, edits)
                        .message(chosen
                                + (isChosen
                                        ? plugin.version() + " was chosen because it was the newest that could be found"
                                        : "Maven takes the newest that can be found"))
                        .remedy(remedy)
                        .subject(plugin.key())
                        .element(element));
            case SITE ->
                context.report(at(location)
                        .message(chosen + "a report of it takes the newest that can be found when the site is built")
                        .remedy("Set a version where the report is declared, or in pluginManagement")
                        .subject(plugin.key())
                        .element(Element.ofArtifact(plugin.key())));
        }
    }

    private Finding.Builder at(Location place, List<Fix.Edit> edits) {
        Finding.Builder finding = at(place);
        if (!edits.isEmpty()) {
            // Safe: it is the version that the build uses anyway.
            finding.fix(new Fix("Write the version that this build uses", true, edits));
        }
        return finding;
    }

    /** Which modules lack it, where others that use the plugin do not. */
    private static String where(UnpinnedVersion plugin) {
        if (plugin.others().isEmpty() || plugin.pom().isEmpty()) {
            return "in any POM";
        }
        int more = plugin.modules().size() - 1;
        return "for " + plugin.pom()
                + (more == 0 ? "" : " and " + more + (more == 1 ? " other module" : " other modules"));
    }

    private static String refusal(UnpinnedVersion plugin, List<Declaration> declarations) {
        if (!plugin.isChosen()) {
            return "no version of it could be found";
        }
        return declarations.isEmpty()
                ? "no POM of the repository declares it without a version for these modules alone"
                : "no declaration of it without a version reaches each of these modules";
    }

    /** What writes the version into each declaration that has none; nothing where a module would still lack it. */
    private static List<Fix.Edit> edits(UnpinnedVersion plugin, List<Declaration> declarations, CheckContext context) {
        List<Fix.Edit> edits = new ArrayList<>();
        if (plugin.isChosen() && plugin.isReachedBy(declarations)) {
            for (Declaration declaration : declarations) {
                Optional<Fix.Edit> edit = edit(declaration, plugin.version(), context);
                if (edit.isEmpty()) {
                    return List.of();
                }
                edits.add(edit.get());
            }
        }
        return edits;
    }

    private static Optional<Fix.Edit> edit(Declaration declaration, String version, CheckContext context) {
        Optional<XmlElement> name = declaration.element().child("artifactId");
        if (name.isEmpty() || declaration.element().child("version").isPresent()) {
            return Optional.empty();
        }
        try {
            SourceFile source = context.repository().read(declaration.pom().path());
            int start = source.lineStart(name.get().span().line());
            String before = source.text().substring(start, name.get().span().start());
            String lineBreak = source.text().contains("\r\n") ? "\r\n" : "\n";
            int close = name.get().textSpan().end();
            while (close < source.text().length()
                    && Character.isWhitespace(source.text().charAt(close))) {
                close++;
            }
            int end = source.text().indexOf('>', close) + 1;
            if (!source.text().startsWith("</", close) || end == 0) {
                return Optional.empty();
            }
            return Optional.of(new Fix.Edit(
                    source.path(),
                    source.span(end, end),
                    (before.isBlank() ? lineBreak + before : "") + "<version>" + version + "</version>"));
        } catch (UnreadableFileException e) {
            // Silent: a POM that cannot be read is reported by what reads it.
            return Optional.empty();
        }
    }
}
