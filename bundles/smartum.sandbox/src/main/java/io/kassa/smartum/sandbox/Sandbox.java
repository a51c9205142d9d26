package io.kassa.smartum.sandbox;

import io.kassa.smartum.sandbox.api.Api;
import io.kassa.smartum.sandbox.api.Call;
import io.kassa.smartum.sandbox.api.Calls;
import io.kassa.smartum.sandbox.api.Credentials;
import io.kassa.smartum.sandbox.books.Books;
import io.kassa.smartum.sandbox.books.FileJournal;
import io.kassa.smartum.sandbox.books.Ids;
import io.kassa.smartum.sandbox.books.Journal;
import io.kassa.smartum.sandbox.books.NotPossible;
import io.kassa.smartum.sandbox.checkout.Checkouts;
import io.kassa.smartum.sandbox.contract.Contract;
import io.kassa.smartum.sandbox.contract.Term;
import io.kassa.smartum.sandbox.http.HttpRequest;
import io.kassa.smartum.sandbox.http.HttpSocket;
import io.kassa.smartum.sandbox.http.Reply;
import io.kassa.smartum.sandbox.receipt.Receipt;
import io.kassa.smartum.sandbox.receipt.Receipts;
import io.kassa.smartum.sandbox.receipt.Signer;
import io.kassa.smartum.sandbox.receipt.Special;
import io.kassa.smartum.sandbox.receipt.Specials;
import io.kassa.smartum.sandbox.trouble.Troubles;
import io.kassa.smartum.sandbox.web.Bench;
import io.kassa.smartum.sandbox.web.Pages;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A Smartum on your desk: its API, its customer's phone, and trouble on demand, on loopback ports only.
 *
 * <p>Money here is made up, and nothing here is Smartum's: names and paths are what is publicly known and otherwise assumed,
 * see {@link Contract}.
 */
public final class Sandbox implements AutoCloseable {
    /** The venue to begin with; takes {@code exercise} and {@code massage}. */
    public static final String KAISLA = "ven_pDmadXvNHA6XWoew";

    private static final Set<String> PAGES = Set.of("/", "/phone", "/panel");

    private final Journal journal;
    private final Founding founding;
    private final Books books;
    private final Troubles troubles = new Troubles();
    private final Calls calls = new Calls();
    private final Checkouts checkouts = new Checkouts();
    private final Receipts receipts;
    private final Specials specials;
    private final HttpSocket api;
    private final HttpSocket pages;

    private Sandbox(Options options, Journal journal) {
        Contract contract = options.contract();
        Ids ids = new Ids(options.random());
        this.journal = journal;
        this.founding = Founding.of(options.folder(), options.random());
        Books.Prefixes prefixes =
                new Books.Prefixes(contract.word(Term.PREFIX_TRANSACTION), contract.word(Term.PREFIX_REFUND));
        this.books = new Books(journal, options.clock(), ids, prefixes, options.keyLifetime());
        Signer signer = new Signer(founding.keys(), contract, options.random());
        this.receipts = new Receipts(books, signer, troubles, options.clock());
        this.specials = new Specials(books, receipts, signer, ids, options.clock());
        Api.Parts parts = new Api.Parts(books, troubles, calls, ids, options.clock(), contract);
        Api handler = new Api(parts, founding.client(), options.tokenLifetime(), checkouts, this::pages);
        this.api = HttpSocket.open(
                "sandbox-api",
                options.port(),
                options.clock(),
                request -> visitor(request).orElseGet(() -> handler.handle(request)));
        Bench bench =
                new Bench(root(), client(), publicKeyPem(), books, receipts, specials, troubles, calls, checkouts);
        this.pages = openPages(options, new Pages(bench));
        troubles.onChange(this::listenOrNot);
    }

    private HttpSocket openPages(Options options, Pages handler) {
        try {
            return HttpSocket.open("sandbox-pages", options.pagesPort(), options.clock(), handler);
        } catch (RuntimeException e) {
            api.close();
            throw e;
        }
    }

    /** Starts one; throws {@link java.io.UncheckedIOException} when a port is taken or the folder is in use. */
    public static Sandbox start(Options options) {
        Journal journal = options.folder()
                .<Journal>map(folder -> FileJournal.open(folder.resolve("books.jsonl")))
                .orElseGet(Journal::inMemory);
        try {
            return new Sandbox(options, journal);
        } catch (RuntimeException e) {
            journal.close();
            throw e;
        }
    }

    /** Root of the API, without a slash at its end. */
    public URI root() {
        return URI.create("http://127.0.0.1:" + api.port());
    }

    /** Root of the phone, the panel and the control API, without a slash at its end. Reachable while the API refuses. */
    public URI pages() {
        return URI.create("http://127.0.0.1:" + pages.port());
    }

    /** The key that verifies receipts. */
    public String publicKeyPem() {
        return founding.keys().publicPem();
    }

    public Credentials client() {
        return founding.client();
    }

    public String clientId() {
        return client().clientId();
    }

    public String clientSecret() {
        return client().clientSecret();
    }

    /** The customer pays in the app; throws {@link NotPossible} when account or venue do not allow it. */
    public Receipt pay(String venue, String benefit, long cents) {
        return receipts.pay(venue, benefit, cents);
    }

    /** A receipt that differs from a genuine one in one way. */
    public Receipt issue(Special kind, String venue, String benefit, long cents) {
        return specials.issue(kind, venue, benefit, cents);
    }

    public Troubles troubles() {
        return troubles;
    }

    public Books books() {
        return books;
    }

    /** Calls the API has seen, oldest first. */
    public List<Call> calls() {
        return calls.list();
    }

    @Override
    public void close() {
        api.close();
        pages.close();
        journal.close();
    }

    /** A person who typed the API's address is shown the way. */
    private Optional<Reply> visitor(HttpRequest request) {
        boolean page = PAGES.contains(request.path()) && request.method().equals("GET");
        return page
                ? Optional.of(Reply.Answer.empty(302).with("Location", pages() + request.path()))
                : Optional.empty();
    }

    private synchronized void listenOrNot() {
        if (troubles.refusing()) {
            api.refuse();
        } else if (troubles.unreachable()) {
            api.ignore();
        } else {
            api.resume();
        }
    }
}
