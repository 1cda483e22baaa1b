package io.github.mavenhardening.core.workflow.secret;

import io.github.mavenhardening.core.shell.ShellScript;
import io.github.mavenhardening.core.workflow.code.ProgramBlock;
import io.github.mavenhardening.core.workflow.code.ProgramBlock.Kind;
import io.github.mavenhardening.core.workflow.code.ProgramLanguage;
import io.github.mavenhardening.core.workflow.code.ProgramWalk;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Follows the secrets of a job through a program, each of whose statements is read once where it stands: and once more in a function
 * wherever that is called with a secret.
 */
final class SecretProgram extends ProgramWalk<ProgramValue> implements ProgramEffects.OwnFunctions {

    private static final Pattern RETURNS = Pattern.compile("\\s{0,200}return\\b");
    private final ProgramVariables variables;
    private final ProgramEffects effects;
    private final ProgramPlace place;
    private ProgramReader reader;

    /** What the function brings that is called, or the program. */
    private ProgramValue brought = ProgramValue.NONE;

    SecretProgram(ProgramLanguage language, String folder, ProgramPlace place) {
        super(language);
        this.place = place;
        this.variables = new ProgramVariables(language, names, place);
        this.effects = new ProgramEffects(language, variables, folder, place, this);
        this.reader = reader("");
    }

    private ProgramReader reader(String program) {
        return switch (language) {
            case POWERSHELL -> new PowerShellReader(program, variables, effects, place);
            case RUBY, PERL, PHP -> new OpenCallReader(language, program, variables, effects, place);
            case JAVASCRIPT, PYTHON -> new ProgramReader(language, program, variables, effects, place);
        };
    }

    /** Follows it, and tells whether all of it was. */
    boolean follow(String program) {
        if (program.length() > ShellScript.LENGTH_LIMIT) {
            // Silent: the answer says so.
            return false;
        }
        reader = reader(program);
        walk(program, 0);
        return !reader.isCut() && !functions().isSpent();
    }

    /** What the program brings. */
    ProgramValue brought() {
        return brought;
    }

    @Override
    public void line(ProgramBlock.Statement statement) {
        Kind kind = statement.block.isPresent() ? statement.block.get().kind : Kind.PLAIN;
        if (statement.isText || statement.isContinued || kind == Kind.FUNCTION || kind == Kind.CLASS) {
            return;
        }
        ProgramValue value = reader.statement(statement.from, statement.to);
        ofEnvironment(statement.text).forEach((name, variable) -> variables.set(name, variables.environment(variable)));
        if (language == ProgramLanguage.POWERSHELL) {
            if (statement.block.isEmpty()) {
                output(value, statement);
            }
        } else if (RETURNS.matcher(statement.text).lookingAt()) {
            bring(value);
        }
    }

    /** Takes in a value that PowerShell prints where nothing takes it: a function brings it. */
    private void output(ProgramValue value, ProgramBlock.Statement statement) {
        if (taker().isPresent()) {
            variables.set(taker().get(), value);
            return;
        }
        for (ProgramBlock block : around()) {
            if (block.kind == Kind.FUNCTION) {
                bring(value);
                return;
            }
            boolean isProgram = block.head.isEmpty();
            if (block.kind == Kind.PLAIN && !isProgram) {
                return;
            }
        }
        effects.print(value, statement.from, statement.to);
    }

    private void bring(ProgramValue value) {
        if (value.held().isEmpty()) {
            return;
        }
        Optional<String> function = declared();
        if (function.isPresent()) {
            names.setOutside(function.get(), value);
        } else {
            brought = brought.isNone() ? value : brought;
        }
    }

    @Override
    public boolean isAsked(String text) {
        return false;
    }

    @Override
    public Optional<ProgramValue> brought(ProgramBlock.Statement last) {
        // What PowerShell prints in a function was taken in where it stands.
        return Optional.empty();
    }

    @Override
    public boolean has(String name) {
        return functions().has(name);
    }

    @Override
    public boolean isMethod(String name) {
        return functions().isMethod(name);
    }

    @Override
    public Optional<ProgramValue> called(String name, GivenValues given) {
        boolean mayShow = given.all().held().isPresent() || (isMethod(name) && names.haveObjects());
        Optional<ProgramBlock> function = mayShow ? functions().called(name) : Optional.empty();
        if (function.isEmpty()) {
            return variables.get(name);
        }
        Map<String, ProgramValue> secret = new HashMap<>();
        given.by(function.get().parameters).forEach((parameter, value) -> {
            if (value.held().isPresent()) {
                secret.put(parameter, value);
            } else {
                variables.set(parameter, value);
            }
        });
        ProgramValue before = brought;
        brought = ProgramValue.NONE;
        enter(function.get(), secret);
        ProgramValue value = brought;
        brought = before;
        return Optional.of(value.isNone() ? ProgramValue.UNKNOWN : value);
    }
}
