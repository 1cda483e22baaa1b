package io.github.mavenhardening.core.network;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The network as a session may use it: closed, or open to questions, each of which is asked once. A host that does not answer
 * costs a few questions, not the run.
 */
public final class Network {

    /** As many questions at once as Maven makes downloads, and a few more: the answers are short. */
    private static final int AT_ONCE = 8;

    /** A host that does not answer is asked thousands of times otherwise, each for as long as one waits. */
    private static final int MOST_UNANSWERED = 3;

    private final Optional<String> refusal;
    private final Map<Asked<?>, FutureTask<?>> known = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> unanswered = new ConcurrentHashMap<>();

    private final Access access;

    private Network(Optional<String> refusal, Access access) {
        this.refusal = refusal;
        this.access = access;
    }

    /** One that may be used. */
    public static Network open() {
        return open(Access.usual());
    }

    /** One that may be used in that way. */
    public static Network open(Access access) {
        return new Network(Optional.empty(), access);
    }

    /**
     * One that must not be used.
     *
     * @param reason why, a part of a sentence: {@code Maven runs offline (-o)}
     */
    public static Network closed(String reason) {
        return new Network(Optional.of(reason), Access.usual());
    }

    /** How ports are to reach other hosts. */
    public Access access() {
        return access;
    }

    /** Why it must not be used; empty when it may. */
    public Optional<String> refusal() {
        return refusal;
    }

    /** The answers to those questions, in their order. A question that was asked before is not asked again. */
    public <Q, A> Map<Q, Answer<A>> ask(Port<Q, A> port, Collection<Q> questions) {
        ExecutorService workers = Executors.newFixedThreadPool(AT_ONCE, task -> {
            Thread thread = new Thread(task, "hardening-network");
            thread.setDaemon(true);
            return thread;
        });
        List<FutureTask<Answer<A>>> added = new ArrayList<>();
        try {
            Map<Q, FutureTask<Answer<A>>> asked = new LinkedHashMap<>();
            for (Q question : questions) {
                asked.put(question, question(port, question, added));
            }
            added.forEach(workers::execute);
            Map<Q, Answer<A>> answers = new LinkedHashMap<>();
            for (Map.Entry<Q, FutureTask<Answer<A>>> entry : asked.entrySet()) {
                answers.put(entry.getKey(), entry.getValue().get());
            }
            return answers;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new InterruptedIOException("the build was interrupted"));
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } finally {
            // What an interrupted build leaves open must not keep others waiting.
            added.forEach(task -> task.cancel(true));
            workers.shutdownNow();
        }
    }

    @SuppressWarnings("unchecked") // A port's questions have that port's answers.
    private <Q, A> FutureTask<Answer<A>> question(Port<Q, A> port, Q question, List<FutureTask<Answer<A>>> added) {
        return (FutureTask<Answer<A>>) known.computeIfAbsent(new Asked<>(port.getClass(), question), unknown -> {
            FutureTask<Answer<A>> task = new FutureTask<>(() -> answer(port, question));
            added.add(task);
            return task;
        });
    }

    private <Q, A> Answer<A> answer(Port<Q, A> port, Q question) throws InterruptedException {
        if (refusal.isPresent()) {
            return Answer.none(refusal.get());
        }
        String host = port.host(question);
        AtomicInteger missed = unanswered.computeIfAbsent(host, first -> new AtomicInteger());
        if (missed.get() >= MOST_UNANSWERED) {
            return Answer.none(
                    host + " did not answer " + MOST_UNANSWERED + " times in a row and was not queried any more");
        }
        try {
            Answer<A> answer = Answer.of(port.ask(question));
            missed.set(0);
            return answer;
        } catch (NoAnswerException e) {
            missed.incrementAndGet();
            return Answer.none(e.getMessage());
        } catch (IOException e) {
            missed.set(0);
            return Answer.none(e.getMessage());
        }
    }

    /** A question by the kind of its port: each run makes its own. */
    private record Asked<Q>(Class<?> port, Q question) {}
}
