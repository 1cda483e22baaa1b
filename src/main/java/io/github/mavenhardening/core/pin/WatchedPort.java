package io.github.mavenhardening.core.pin;

import io.github.mavenhardening.core.network.Port;
import java.io.IOException;

/** A port that says how far it is. */
final class WatchedPort<Q, A> implements Port<Q, A> {

    private final Port<Q, A> port;
    private final String what;
    private final int all;
    private final PinProgress progress;
    private int answered;

    WatchedPort(Port<Q, A> port, String what, int all, PinProgress progress) {
        this.port = port;
        this.what = what;
        this.all = all;
        this.progress = progress;
    }

    @Override
    public String host(Q question) {
        return port.host(question);
    }

    @Override
    public A ask(Q question) throws IOException, InterruptedException {
        try {
            return port.ask(question);
        } finally {
            synchronized (this) {
                progress.answered(what, ++answered, all);
            }
        }
    }
}
