package io.github.mavenhardening.core.checks.dependency;

import io.github.mavenhardening.core.api.Check;
import io.github.mavenhardening.core.api.CheckContext;
import io.github.mavenhardening.core.dependency.BuildDescription;
import io.github.mavenhardening.core.finding.Location;
import io.github.mavenhardening.core.launch.CheckoutPath;
import io.github.mavenhardening.core.launch.Definition;
import io.github.mavenhardening.core.launch.Effect;
import io.github.mavenhardening.core.launch.MavenArguments;
import io.github.mavenhardening.core.launch.MavenFolder;
import io.github.mavenhardening.core.launch.NamedSettings;
import io.github.mavenhardening.core.launch.PropertiesFile;
import io.github.mavenhardening.core.launch.Word;
import io.github.mavenhardening.core.pom.CountingProfiles;
import io.github.mavenhardening.core.source.SourceFile;
import io.github.mavenhardening.core.source.UnreadableFileException;
import io.github.mavenhardening.core.xml.XmlElement;
import io.github.mavenhardening.core.xml.XmlReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The switches with which Maven is launched: those of its folders' files, of files that these name, and of the environment. */
final class LaunchSwitches {

    /** The properties and the settings count from Maven 4 on. */
    private static final List<String> FILES = List.of(
            MavenFolder.ARGUMENTS,
            MavenFolder.JVM,
            "maven-system.properties",
            "maven-user.properties",
            "maven.properties",
            MavenFolder.SETTINGS);

    private final CheckContext context;
    private final GateSwitches gate;
    private final SwitchReport report;
    private final Set<String> asked = new HashSet<>();
    private final Set<String> defined = new HashSet<>();
    private final List<Settings> settings = new ArrayList<>();

    private boolean isStrict;

    /** Settings of the checkout, looked at once it is known which profiles are asked for. */
    private record Settings(String path, String folder, XmlElement root) {}

    LaunchSwitches(Check check, CheckContext context) {
        this.context = context;
        this.gate = new GateSwitches(context.repository());
        this.report = new SwitchReport(check, context);
    }

    /** The profiles that count for what was launched. */
    CountingProfiles profiles() {
        return new CountingProfiles(Set.copyOf(asked), Set.copyOf(defined));
    }

    /** Whether arguments that are checked in have wrong checksums fail. */
    boolean isStrict() {
        return isStrict;
    }

    void check(BuildDescription build) {
        for (MavenFolder folder : build.files().folders()) {
            for (String name : FILES) {
                if (folder.has(name)) {
                    look(folder, name, build);
                }
            }
        }
        for (String name : MavenArguments.VARIABLES) {
            Optional<String> value = context.environment().variable(name);
            if (value.isPresent() && name.equals(MavenArguments.OF_MAVEN)) {
                arguments(Word.of(value.get()), variable(name), "");
            } else if (value.isPresent()) {
                jvm(Word.of(value.get()), variable(name), "", true);
            }
        }
        for (Settings one : settings) {
            ofSettings(one);
        }
    }

    private static String variable(String name) {
        return "the environment variable " + name;
    }

    private void look(MavenFolder folder, String name, BuildDescription build) {
        try {
            SourceFile file = folder.read(name);
            switch (name) {
                case MavenFolder.ARGUMENTS ->
                    arguments(Word.of(file, build.facts().knowsComments()), file.path(), folder.path());
                case MavenFolder.JVM -> jvm(Word.of(file, true), file.path(), folder.path(), false);
                case MavenFolder.SETTINGS ->
                    settings.add(new Settings(file.path(), folder.path(), XmlReader.read(file)));
                default -> properties(PropertiesFile.read(file), file.path(), folder.path());
            }
        } catch (UnreadableFileException e) {
            report.unreadable(folder.pathOf(name), e);
        }
    }

    private void arguments(List<Word> words, String where, String folder) {
        MavenArguments arguments = MavenArguments.of(words);
        properties(arguments.definitions(), where, folder);
        for (MavenArguments.Option option : arguments.options()) {
            boolean own = option.name().equals("f") && isOwnPom(option.value(), folder);
            report.add(
                    own ? Optional.empty() : Switches.ofOption(option.name()), option.text(), where, option.location());
            switch (option.name()) {
                case "C" -> isStrict |= option.location().span().isPresent();
                case "P" -> ask(option.value());
                case "s", "gs", "ps" -> settingsFile(option.value(), where, folder);
                case "t", "gt" -> toolchains(option, where, folder);
                default -> {
                    // What is left weakens nothing, or has been reported.
                }
            }
        }
    }

    /** The POM that Maven builds anyway. */
    private static boolean isOwnPom(String value, String folder) {
        Optional<String> path = CheckoutPath.of(folder, value);
        return path.equals(CheckoutPath.of(folder, "pom.xml")) || path.equals(CheckoutPath.of(folder, "."));
    }

    private void properties(List<Definition> definitions, String where, String folder) {
        for (Definition definition : definitions) {
            defined.add(definition.name());
            report.add(
                    effect(definition.name(), definition.value(), folder),
                    definition.text(),
                    where,
                    definition.location());
        }
    }

    private Optional<Effect> effect(String name, String value, String folder) {
        if (name.startsWith(PomSwitches.PREFIX)) {
            return gate.of(name.substring(PomSwitches.PREFIX.length()), value, folder);
        }
        if (name.equals("${includes}") || name.equals("${optionals}")) {
            return Optional.of(Effect.high("reads properties from files that are not checked"));
        }
        return Switches.ofProperty(name, value);
    }

    private void jvm(List<Word> words, String where, String folder, boolean machine) {
        for (Word word : words) {
            if (word.text().startsWith("-D")) {
                for (Definition definition : MavenArguments.of(List.of(word)).definitions()) {
                    defined.add(definition.name());
                    Optional<Effect> effect = effect(definition.name(), definition.value(), folder)
                            .or(() -> JvmSwitches.ofProperty(definition.name()));
                    boolean home = machine && Switches.isHome(definition.name());
                    report.add(home ? effect.map(JvmSwitches::ofMachine) : effect, word.text(), where, word.location());
                }
            } else {
                Optional<Effect> effect = JvmSwitches.ofArgument(word.text());
                report.add(machine ? effect.map(JvmSwitches::ofMachine) : effect, word.text(), where, word.location());
            }
        }
    }

    private void ask(String profiles) {
        for (String one : profiles.split(",", -1)) {
            String id = one.strip();
            if (!id.startsWith("!") && !id.startsWith("-")) {
                asked.add(
                        id.startsWith("+") || id.startsWith("?")
                                ? id.substring(1).replace("?", "")
                                : id);
            }
        }
    }

    private void settingsFile(String value, String where, String folder) {
        Optional<String> path = NamedSettings.inCheckout(value, folder, context.repository());
        if (path.isEmpty()) {
            return;
        }
        try {
            settings.add(new Settings(
                    path.get(), folder, XmlReader.read(context.repository().read(path.get()))));
        } catch (UnreadableFileException e) {
            report.unreadable(path.get() + ", which " + where + " names,", e);
        }
    }

    private void toolchains(MavenArguments.Option option, String where, String folder) {
        if (NamedSettings.inCheckout(option.value(), folder, context.repository())
                .isPresent()) {
            report.add(
                    Optional.of(Effect.medium("lets a file of the repository choose the tools that the build runs")),
                    option.text(),
                    where,
                    option.location());
        }
    }

    private void ofSettings(Settings one) {
        for (XmlElement profile : profiles().of(one.root())) {
            for (XmlElement property : profile.childrenAt("properties")) {
                report.add(
                        effect(property.name(), property.text(), one.folder()),
                        property.name() + '=' + property.text(),
                        one.path(),
                        Location.of(one.path(), property.textSpan()));
            }
        }
    }
}
