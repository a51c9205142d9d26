package io.kassa.pos.web.events;

import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;

/** Tells when a browser is not there any more. */
record WhenGone(Runnable then) implements AsyncListener {

    @Override
    public void onComplete(AsyncEvent event) {
        then.run();
    }

    @Override
    public void onTimeout(AsyncEvent event) {
        then.run();
    }

    @Override
    public void onError(AsyncEvent event) {
        then.run();
    }

    @Override
    public void onStartAsync(AsyncEvent event) {
        // begun by ourselves
    }
}
