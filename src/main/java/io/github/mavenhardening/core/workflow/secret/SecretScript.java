package io.github.mavenhardening.core.workflow.secret;

import io.github.mavenhardening.core.shell.ShellNode;
import io.github.mavenhardening.core.shell.ShellScript;
import io.github.mavenhardening.core.source.SourceFile;
import io.github.mavenhardening.core.workflow.SecretUse;
import io.github.mavenhardening.core.workflow.Step;
import io.github.mavenhardening.core.workflow.checkout.GitCommand;
import io.github.mavenhardening.core.workflow.checkout.WorkPath;
import io.github.mavenhardening.core.workflow.checkout.WorkTrees;
import io.github.mavenhardening.core.workflow.code.CommandWords;
import io.github.mavenhardening.core.workflow.code.ProgramLanguage;
import io.github.mavenhardening.core.workflow.code.ShellWalk;
import io.github.mavenhardening.core.workflow.flow.CalledScripts;
import io.github.mavenhardening.core.workflow.graph.ReachedStep;
import io.github.mavenhardening.core.workflow.secret.ShownSecret.Form;
import io.github.mavenhardening.core.workflow.secret.ShownSecret.Held;
import io.github.mavenhardening.core.workflow.step.ProjectScripts;
import io.github.mavenhardening.core.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Follows the secrets of a job through a script. */
final class SecretScript extends ShellWalk<Held, SecretTarget> {

    private static final String ADD_MASK = "::add-mask::";
    private static final Set<String> PRINTING = Set.of("echo", "printf");
    /** The output or variable that a line sets, or whose value the lines behind it are. */
    private static final Pattern NAMED = Pattern.compile("([A-Za-z_][\\w-]{0,100})(?:=|<<)");

    /** How deep scripts may call others. */
    private static final int DEPTH = 4;

    private final JobSecrets job;
    private final int depth;
    private final ShellTrace trace = new ShellTrace();
    /** The output or variable whose value the script writes, line by line. */
    private String written = "";

    SecretScript(JobSecrets job, ReachedStep reached, YamlScalar script) {
        this(job, reached, script, WorkTrees.folder(reached), 0);
    }

    private SecretScript(JobSecrets job, ReachedStep reached, YamlScalar script, String folder, int depth) {
        super(reached, script, folder);
        this.job = job;
        this.depth = depth;
    }

    void follow() {
        follow(own(reached), SecretTarget.log());
    }

    private void follow(ShellScript read, SecretTarget target) {
        // Silent: what is cut is reported with the job.
        if (!walk(read, target)) {
            job.cut();
        }
    }

    /** Follows the script of the repository that a command calls; answers whether it is one. */
    private boolean calls(Command<Held> command, SecretTarget target) {
        List<String> words = new ArrayList<>(List.of(written(command.program())));
        words.addAll(CommandWords.texts(command.arguments()));
        Optional<SourceFile> file = words.get(0).isEmpty()
                ? Optional.empty()
                : ProjectScripts.script(words, folder(), reached, job.repository());
        if (file.isEmpty() || !ProjectScripts.isShell(file.get())) {
            return false;
        }
        String text = file.get().text();
        if (depth >= DEPTH || !job.mayFollow(text.length())) {
            // Silent: what is cut is reported with the job.
            job.cut();
            return true;
        }
        Step.RunScript run = (Step.RunScript) reached.step().body();
        YamlScalar called = run.script().leadingTo(text, spanOf(command));
        Step.RunScript body = new Step.RunScript(run.key(), called, run.shell(), run.workingDirectory(), run.input());
        SecretScript inner = new SecretScript(job, CalledScripts.standIn(reached, body), called, folder(), depth + 1);
        String path = file.get().path();
        int from = CalledScripts.given(words, path.substring(path.lastIndexOf('/') + 1));
        handOn(
                inner,
                command,
                command.arguments().subList(from, command.arguments().size()));
        inner.follow(CalledScripts.read(file.get(), reached.definitions()), target);
        return true;
    }

    @Override
    public SecretTarget keeping() {
        return SecretTarget.keeping();
    }

    @Override
    public SecretTarget descriptor(String number, SecretTarget around) {
        return number.equals("1") ? around : number.equals("2") ? SecretTarget.log() : keeping();
    }

    @Override
    public SecretTarget target(ShellNode.Word file, SecretTarget around) {
        return SecretTarget.of(file, path(file), around);
    }

    @Override
    public Optional<Held> document(ShellNode.Word text, ShellNode.Statement statement) {
        return carried(text);
    }

    @Override
    public Optional<Held> file(ShellNode.Word name) {
        return file(name.text(), path(name));
    }

    private Optional<Held> file(String written, String path) {
        return job.files().held(RegistryLogin.isFile(written) ? RegistryLogin.FILE : path);
    }

    @Override
    public Optional<Held> given(String variable, ShellNode.Word word) {
        return job.variable(variable, reached);
    }

    @Override
    public Optional<Held> expanded(ShellNode.Expansion expansion, ShellNode.Word word) {
        String text = expansion.plain();
        int from = text.startsWith("${") ? 2 : 1;
        int to = from;
        while (to < text.length() && (Character.isLetterOrDigit(text.charAt(to)) || text.charAt(to) == '_')) {
            to++;
        }
        Optional<Held> held = variable(text.substring(from, to), word);
        return held.isPresent() ? SecretFilter.expanded(text, held.get()) : held;
    }

    @Override
    public Optional<Held> expression(String text, ShellNode.Word word) {
        return job.expression(text, reached);
    }

    @Override
    public Held behind(String before, Held held) {
        return held;
    }

    @Override
    public Held cut(Held held, boolean atBlanks) {
        return held;
    }

    @Override
    public Held line(Held held) {
        return held;
    }

    @Override
    public Optional<Held> assigned(String name, Optional<Held> held, ShellNode.Word word) {
        if (trace.isOn() && held.isPresent() && held.get().form() != Form.WHOLE) {
            job.log(ShownSecret.by(this, held.get(), word));
        }
        return held;
    }

    @Override
    public void begin(Command<Held> command) {
        trace(command);
    }

    @Override
    public void print(Command<Held> command, SecretTarget target) {
        String name = command.name();
        if (name.equals("rm") || name.equals("shred") || name.equals("unlink")) {
            for (ShellNode.Word word : command.arguments()) {
                job.files().delete(path(word));
            }
            return;
        }
        PackedFiles.by(command, this).ifPresent(job.files()::pack);
        RegistryLogin.take(command, this, job);
        if (SecretFilter.showsLogin(name, command.arguments())) {
            any(command.arguments())
                    .ifPresent(held -> job.log(ShownSecret.by(this, held.as(Form.ENCODED), command.program())));
        }
        if (SecretFilter.sendsInClear(name, command.arguments())) {
            any(command.arguments())
                    .ifPresent(held -> job.log(ShownSecret.by(this, held.as(Form.IN_CLEAR), command.program())));
        }
        ForgePosts.by(command).ifPresent(posts -> post(posts, command));
        if (name.equals("git")) {
            job.files().git(GitCommand.of(CommandWords.texts(command.arguments())), folder(), at(command.program()));
        }
        if (calls(command, target)) {
            return;
        }
        BuildArguments.take(command, this, job);
        if ((target.isOutput() || target.isEnvironment()) && PRINTING.contains(name)) {
            note(command.arguments());
        }
        Optional<Held> printed = printed(command);
        if (printed.isEmpty()) {
            return;
        }
        if (name.equals("tee")) {
            for (ShellNode.Word word : command.arguments()) {
                if (!CommandWords.isOption(word)) {
                    emit(printed.get(), target(word, target), command.program());
                }
            }
        }
        Optional<String> file = SecretFilter.file(name, command.arguments());
        SecretTarget there = file.isPresent() && !file.get().startsWith("/dev/")
                ? SecretTarget.file(WorkPath.within(folder(), file.get()))
                : target;
        emit(printed.get(), there, command.program());
    }

    /** Takes in that texts and files are put on the forge. */
    private void post(ForgePosts posts, Command<Held> command) {
        Optional<Held> held = any(posts.texts());
        held = held.isEmpty() && posts.takesInput() ? command.input() : held;
        if (held.isPresent()) {
            job.log(ShownSecret.by(this, held.get().as(Form.POSTED), command.program()));
        }
        List<String> files = new ArrayList<>();
        for (ShellNode.Word word : posts.files()) {
            files.add(path(word));
        }
        job.files().publish(files, at(command.program()).labelled(posts.use()));
    }

    /** Takes note of the output or variable that printed words set, or whose value begins behind them. */
    private void note(List<ShellNode.Word> words) {
        for (ShellNode.Word word : words) {
            Matcher named = NAMED.matcher(word.text());
            if (named.lookingAt()) {
                written = named.group(1);
                return;
            }
        }
    }

    /** The secret in a manifest of Kubernetes that a command makes of its arguments and of files, and prints. */
    private Optional<Held> manifest(Command<Held> command) {
        Optional<Held> held = any(command.arguments());
        for (ShellNode.Word word : command.arguments()) {
            Optional<String> file = SecretFilter.fileOfManifest(word.text());
            if (held.isEmpty() && file.isPresent()) {
                held = file.get().equals("/dev/stdin")
                        ? command.input()
                        : file(file.get(), WorkPath.within(folder(), file.get()));
            }
        }
        return held.isPresent() ? Optional.of(held.get().as(Form.ENCODED)) : held;
    }

    /** Takes in what the shell prints of a command before it runs it. */
    private void trace(Command<Held> command) {
        if (command.name().equals("set")) {
            trace.set(CommandWords.texts(command.arguments()));
        } else if (trace.isOn() && !PRINTING.contains(command.name())) {
            for (ShellNode.Word word : command.arguments()) {
                Optional<Held> held = carried(word);
                if (held.isPresent()) {
                    job.log(ShownSecret.by(this, held.get(), word));
                    return;
                }
            }
        }
    }

    private Optional<Held> printed(Command<Held> command) {
        String name = command.name();
        List<ShellNode.Word> arguments = command.arguments();
        if (PRINTING.contains(name)) {
            return echoed(arguments);
        }
        if (name.equals("printenv") && arguments.size() == 1) {
            return variable(arguments.get(0).text(), arguments.get(0));
        }
        if (SecretFilter.printsEnvironment(command)) {
            Optional<Held> held =
                    exportedValue(command.program(), each -> each.form() == Form.PART || each.form() == Form.ENCODED);
            return held.isPresent() ? held : job.anyVariable(reached);
        }
        if (StoredSecrets.are(name, CommandWords.texts(arguments))) {
            return Optional.of(new Held(SecretUse.ANY, Form.FETCHED));
        }
        if (SecretFilter.printsManifest(name, arguments)) {
            return manifest(command);
        }
        Optional<ProgramLanguage> language = ProgramLanguage.of(name);
        if (language.isPresent()) {
            return new CommandProgram(job, this, command).printed(language.get());
        }
        Optional<Held> read = command.input();
        Optional<String> asked = SecretFilter.environment(name, arguments);
        if (read.isEmpty() && asked.isPresent()) {
            read = variable(asked.get(), command.program());
        }
        if (SecretFilter.is(name)) {
            for (ShellNode.Word word : arguments) {
                // Of the file of a login, people ask jq for the names of the registries.
                boolean isAsked = name.equals("jq") && RegistryLogin.isFile(word.text());
                read = read.isPresent() || isAsked ? read : content(word);
            }
        }
        if (SecretFilter.masks(name, arguments)) {
            read.ifPresent(job::mask);
            return Optional.empty();
        }
        return SecretFilter.printed(name, arguments, read);
    }

    private Optional<Held> echoed(List<ShellNode.Word> arguments) {
        Optional<Held> found = Optional.empty();
        for (ShellNode.Word word : arguments) {
            Optional<Held> held = carried(word);
            if (word.text().startsWith(ADD_MASK) && word.text().length() > ADD_MASK.length()) {
                mask(word.text().substring(ADD_MASK.length()), word);
                return Optional.empty();
            }
            found = held.isEmpty()
                    ? found
                    : found.isEmpty()
                            ? held
                            : Optional.of(found.get().as(held.get().form()));
        }
        return found;
    }

    /** From now on the runner masks what a variable holds as it masks a secret. */
    private void mask(String expansion, ShellNode.Word word) {
        String name = expansion.replaceAll("[${}\"]", "");
        Optional<Held> held = variable(name, word);
        if (held.isPresent()) {
            job.mask(held.get());
            set(name, Optional.of(new Held(held.get().secret(), Form.WHOLE)));
        }
    }

    private void emit(Held held, SecretTarget target, ShellNode.Word program) {
        if (target.isLog()) {
            job.log(ShownSecret.by(this, held, program));
        } else if (target.file().isPresent()) {
            job.files().write(target.file().get(), ShownSecret.by(this, held, program));
        } else if (target.isOutput() && !written.isEmpty()) {
            job.setOutput(written, held, reached);
        } else if (target.isEnvironment()) {
            // A line may name the variable itself.
            job.setVariable(written, held, ShownSecret.by(this, held, program));
        } else if (target.kept.isEmpty()) {
            target.kept = Optional.of(held);
        }
    }
}
