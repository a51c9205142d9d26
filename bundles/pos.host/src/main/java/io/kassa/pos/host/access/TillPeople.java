package io.kassa.pos.host.access;

import io.kassa.pos.host.common.Actor;
import io.kassa.pos.host.common.Result;
import io.kassa.pos.host.common.Role;
import io.kassa.pos.host.desk.Desk;
import io.kassa.pos.host.people.People;
import io.kassa.pos.host.store.PersonTable;
import io.kassa.pos.host.store.ShopTable;
import io.kassa.pos.host.text.Refusal;
import io.kassa.pos.ledger.AuditRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** People, and how they prove who they are. */
public final class TillPeople implements People {

    private static final int ROUNDS = 210_000;
    private static final int DEMO_ROUNDS = 1_000;
    private static final int FREE_FAILURES = 5;
    private static final Duration FIRST_LOCK = Duration.ofSeconds(30);
    private static final int MOST_DOUBLINGS = 7;
    private static final int PASSWORD_LENGTH = 12;

    private final Desk desk;
    private final SlowHash hash;
    private final FirstAdminCode code;
    private final ReentrantLock turn = new ReentrantLock(true);

    public TillPeople(Desk desk, FirstAdminCode code) {
        this(desk, code, ROUNDS);
    }

    TillPeople(Desk desk, FirstAdminCode code, int rounds) {
        this.desk = desk;
        this.code = code;
        this.hash = new SlowHash(rounds);
    }

    @Override
    public List<String> cashiers() {
        return all().stream()
                .filter(person -> person.active() && person.role() == Role.CASHIER)
                .map(Person::name)
                .toList();
    }

    @Override
    public Result<Actor> password(String name, String password) {
        return desk.guard(() -> login(name, password, Role.ADMIN, Refusal.LOGIN_WRONG));
    }

    @Override
    public Result<Actor> pin(String name, String pin, String register) {
        return desk.guard(() ->
                desk.books().read(tx -> new ShopTable(tx).register(register)).isEmpty()
                        ? desk.refuse(Refusal.REGISTER_UNKNOWN)
                        : login(name, pin, Role.CASHIER, Refusal.PIN_WRONG));
    }

    private Result<Actor> login(String name, String secret, Role role, Refusal wrong) {
        return inTurn(() -> guess(name, secret, role, wrong));
    }

    /**
     * One at a time: guesses that come together would all be made before the first of them is counted, the code would make several
     * first admins, and two admins could each take the other for the one that stays.
     */
    private <T> T inTurn(Supplier<T> work) {
        turn.lock();
        try {
            return work.get();
        } finally {
            turn.unlock();
        }
    }

    private Result<Actor> guess(String name, String secret, Role role, Refusal wrong) {
        Optional<PersonTable.Known> known = desk.books()
                .read(tx -> new PersonTable(tx).find(name.strip()))
                .filter(one -> one.person().active() && one.person().role() == role);
        Instant now = desk.now();
        Optional<Instant> locked = known.flatMap(PersonTable.Known::lockedUntil).filter(now::isBefore);
        if (locked.isPresent()) {
            return desk.refuse(Refusal.LOGIN_LOCKED, locked.get());
        }
        boolean right = hash.matches(secret, known.map(PersonTable.Known::hash).orElse(""));
        known.ifPresent(one -> note(one, right, now));
        if (!right) {
            return desk.refuse(wrong);
        }
        Person person = known.orElseThrow().person();
        return new Result.Ok<>(new Actor(person.name(), person.role(), person.mayAttest()));
    }

    private void note(PersonTable.Known known, boolean right, Instant now) {
        if (right && known.failures() == 0) {
            return;
        }
        String name = known.person().name();
        desk.books().write(tx -> {
            PersonTable people = new PersonTable(tx);
            int failures = right ? 0 : people.find(name).orElseThrow().failures() + 1;
            int beyond = failures - FREE_FAILURES;
            Optional<Instant> until = beyond < 0
                    ? Optional.empty()
                    : Optional.of(now.plus(FIRST_LOCK.multipliedBy(1L << Math.min(beyond, MOST_DOUBLINGS))));
            people.failed(name, failures, until);
            if (until.isPresent()) {
                desk.audit().append(tx, AuditRecord.of(name, "login.locked", name));
            }
            return null;
        });
    }

    @Override
    public boolean needsFirstAdmin() {
        return all().stream().noneMatch(person -> person.active() && person.role() == Role.ADMIN);
    }

    @Override
    public Result<Actor> firstAdmin(String typed, String name, String password) {
        return desk.guard(() -> inTurn(() -> makeFirst(typed, name, password)));
    }

    private Result<Actor> makeFirst(String typed, String name, String password) {
        if (!needsFirstAdmin() || !code.matches(typed)) {
            return desk.refuse(Refusal.CODE_WRONG);
        }
        Person person = new Person(name.strip(), Role.ADMIN, true, true);
        Optional<Refusal> problem = problem(person, Optional.of(password));
        if (problem.isPresent()) {
            return desk.refuse(problem.get());
        }
        store(person.name(), person, hash.of(password));
        code.forget();
        return new Result.Ok<>(new Actor(person.name(), Role.ADMIN, true));
    }

    @Override
    public Result<List<Person>> save(Actor actor, Person person, Optional<String> secret) {
        return actor.isAdmin()
                ? desk.guard(() -> inTurn(() -> save(actor.name(), person, secret)))
                : desk.refuse(Refusal.ADMIN_ONLY);
    }

    private Result<List<Person>> save(String actor, Person person, Optional<String> secret) {
        Optional<PersonTable.Known> known = desk.books().read(tx -> new PersonTable(tx).find(person.name()));
        boolean keeps = secret.isEmpty()
                && known.map(one -> one.person().role() == person.role()).orElse(false);
        Optional<Refusal> problem = keeps ? Optional.empty() : problem(person, secret);
        if (problem.isPresent()) {
            return desk.refuse(problem.get());
        }
        boolean endsAdmin = known.map(one -> isActiveAdmin(one.person())).orElse(false) && !isActiveAdmin(person);
        if (endsAdmin && all().stream().filter(TillPeople::isActiveAdmin).count() == 1) {
            return desk.refuse(Refusal.LAST_ADMIN);
        }
        store(actor, person, keeps ? known.get().hash() : hash.of(secret.orElseThrow()));
        desk.changes().setup();
        return new Result.Ok<>(all());
    }

    @Override
    public List<Person> all() {
        return desk.books()
                .read(tx -> new PersonTable(tx)
                        .all().stream().map(PersonTable.Known::person).toList());
    }

    /** Makes a person of the demo, whose secret everybody knows: a slow hash would only hold up the first start. */
    public void seed(Person person, String secret) {
        store("demo", person, new SlowHash(DEMO_ROUNDS).of(secret));
    }

    private void store(String actor, Person person, String hashed) {
        desk.books().write(tx -> {
            PersonTable people = new PersonTable(tx);
            Optional<PersonTable.Known> before = people.find(person.name());
            people.save(person, hashed);
            desk.audit()
                    .append(
                            tx,
                            AuditRecord.of(actor, "person.saved", person.name())
                                    .changed(
                                            before.map(known -> known.person().toString()),
                                            Optional.of(person + secret(before, person.role(), hashed))));
            return null;
        });
    }

    /** That it is another is said, and never what it is, nor how it is hashed. */
    private static String secret(Optional<PersonTable.Known> before, Role role, String hashed) {
        boolean same = before.filter(known -> known.hash().equals(hashed)).isPresent();
        return same ? "" : role == Role.ADMIN ? ", new password" : ", new PIN";
    }

    private static boolean isActiveAdmin(Person person) {
        return person.active() && person.role() == Role.ADMIN;
    }

    private static Optional<Refusal> problem(Person person, Optional<String> secret) {
        String typed = secret.orElse("");
        if (person.name().isBlank()
                || !person.name().equals(person.name().strip())
                || person.name().length() > 40) {
            return Optional.of(Refusal.NAME_INVALID);
        }
        if (person.role() == Role.ADMIN) {
            return typed.length() < PASSWORD_LENGTH ? Optional.of(Refusal.PASSWORD_SHORT) : Optional.empty();
        }
        return typed.matches("[0-9]{4,8}") ? Optional.empty() : Optional.of(Refusal.PIN_FORM);
    }
}
