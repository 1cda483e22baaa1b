package io.github.mavenhardening.core.workflow.flow;

import io.github.mavenhardening.core.finding.Location;
import io.github.mavenhardening.core.shell.Arguments;
import io.github.mavenhardening.core.shell.ProgramInterpreters;
import io.github.mavenhardening.core.shell.ShellNode;
import io.github.mavenhardening.core.workflow.NamedValues;
import io.github.mavenhardening.core.workflow.code.CommandWords;
import io.github.mavenhardening.core.workflow.code.ShellCarrier;
import io.github.mavenhardening.core.workflow.code.ShellWalk;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;

/** What commands of a script print: texts that they are given, what they read or ask for, and what programs in here-documents print. */
final class CommandOutput {

    private final JobState job;
    private final ShellWalk<Taint, PrintTarget> walk;
    private final ScriptQuestions questions;
    private final PrintedWords words;
    private final IdentityHashMap<ShellNode.Word, List<PrintedLine>> programs = new IdentityHashMap<>();

    CommandOutput(JobState job, ShellWalk<Taint, PrintTarget> walk, ScriptQuestions questions, PrintedWords words) {
        this.job = job;
        this.walk = walk;
        this.questions = questions;
        this.words = words;
    }

    /** Takes in what the program prints that stands in a here-document. */
    void note(ShellNode.Word document, List<PrintedLine> printed) {
        programs.put(document, printed);
    }

    /** What a command prints that is neither a script nor a function of the repository. */
    List<PrintedLine> of(ShellCarrier.Command<Taint> command) {
        String name = command.name();
        List<ShellNode.Word> arguments = command.arguments();
        Location place = walk.at(command.program());
        if (name.equals("echo") || name.equals("printf")) {
            return words.printed(name, arguments);
        }
        if (name.equals("cat") && command.document().isPresent()) {
            return words.lines(List.of(command.document().get()));
        }
        if (command.document().isPresent()
                && programs.containsKey(command.document().get())) {
            return programs.get(command.document().get());
        }
        boolean isFilter = TextFilter.is(name);
        if (!isFilter || ProgramInterpreters.has(name)) {
            Optional<Taint> asked = questions.asked(name, arguments, walk.folder(), place);
            if (!isFilter || asked.isPresent()) {
                return unknown(asked);
            }
        }
        Optional<Taint> found = command.input();
        if (name.equals("envsubst")) {
            found = substituted(arguments, place).or(command::input);
        }
        for (ShellNode.Word word : TextFilter.files(name, arguments)) {
            boolean isAsked = name.equals("jq") && ScriptQuestions.isEvent(word.text());
            found = found.isPresent() || isAsked
                    ? found
                    : TextFilter.takesTexts(name) ? walk.carried(word) : walk.content(word);
        }
        for (int i = 0; name.equals("jq") && i + 2 < arguments.size(); i++) {
            // A value for the program of jq, as a string of JSON.
            if (found.isEmpty() && arguments.get(i).text().equals("--arg")) {
                found = walk.carried(arguments.get(i + 2)).map(Taint::asLine);
            }
        }
        if (found.isEmpty() && name.equals("jq")) {
            found = questions.event(arguments, place);
        }
        boolean isHead = found.isPresent() && job.events().isHead(found.get());
        String asked = String.join(" ", CommandWords.texts(arguments));
        boolean asksForHead =
                found.isPresent() && found.get().isAnswer() && job.events().areForHeads() && HeadNames.areIn(asked);
        if (asksForHead) {
            found = found.map(answer -> answer.as(HeadNames.kind(asked)));
        }
        if (found.isEmpty() || (!isHead && !asksForHead && TextFilter.cleans(name, arguments, found.get()))) {
            return List.of();
        }
        Taint taint = found.get();
        boolean asksOne = name.equals("jq") && taint.isAnswer() && !asksForHead;
        taint = asksOne ? taint.as(TextFilter.kind(arguments, taint.kind())) : taint;
        if (TextFilter.encodes(name, arguments)) {
            return unknown(Optional.of(taint.encoded()));
        }
        Taint left =
                TextFilter.decodes(name, arguments) ? taint.decoded() : TextFilter.narrowed(taint, name, arguments);
        if (TextFilter.escapes(name, arguments)) {
            left = left.at(place, Taint.ESCAPED);
        }
        // A text of JSON has its line breaks written out, and its quotes keep the lines from being commands.
        return TextFilter.writesJson(name, arguments)
                ? List.of(new PrintedLine("\"", Optional.of(left.asLine()), false))
                : unknown(Optional.of(left));
    }

    /** What {@code envsubst} puts into what it reads: variables of the step, of which its operand chooses. */
    private Optional<Taint> substituted(List<ShellNode.Word> arguments, Location place) {
        String chosen = Arguments.operand(CommandWords.texts(arguments), 0);
        for (NamedValues.Binding variable : walk.reached.step().env().all()) {
            String name = variable.name().value();
            if (chosen.isEmpty() || CommandWords.reads(chosen, name)) {
                Optional<Taint> found = job.variable(name, walk.reached.frame(), Optional.of(walk.reached.step()));
                if (found.isPresent()) {
                    return Optional.of(found.get().at(place, "puts it into what it prints"));
                }
            }
        }
        return Optional.empty();
    }

    /** Lines of which nothing else is known. */
    static List<PrintedLine> unknown(Optional<Taint> taint) {
        return taint.isPresent() ? List.of(new PrintedLine("", taint, true)) : List.of();
    }
}
