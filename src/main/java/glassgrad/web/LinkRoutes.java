package glassgrad.web;

import glassgrad.engine.Version;
import glassgrad.link.DeleteCode;
import glassgrad.link.LinkId;
import glassgrad.link.Moment;
import glassgrad.link.MomentQuery;
import glassgrad.store.Links;
import glassgrad.store.Store;
import glassgrad.store.StoreUnavailable;
import glassgrad.store.StoredLink;
import glassgrad.training.Fingerprint;
import glassgrad.training.Frame;
import glassgrad.training.InvalidInput;
import glassgrad.training.Run;
import glassgrad.training.Runs;
import io.javalin.http.Context;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** Short links: made, opened, compared with what they showed, and deleted. */
final class LinkRoutes {
    private final Runs runs;
    private final Store store;
    private final PageRoutes pages;
    private final Visitors visitors;
    private final Allowance allowance = new Allowance();

    LinkRoutes(Runs runs, Store store, PageRoutes pages, Visitors visitors) {
        this.runs = runs;
        this.store = store;
        this.pages = pages;
        this.visitors = visitors;
    }

    void make(Context request) {
        SameSite.check(request);
        Moment moment = Json.read(request, LinkJson.MomentRequest.class).moment();
        Frame frame = frame(moment);
        if (frame.step() < moment.step()) {
            throw frame.stopped() == null ? notYet(frame, moment) : beyondTheStop(frame);
        }
        // A moment that takes several requests to compute is one link.
        allowance.take(request, visitors.of(request));
        String numbers = Fingerprint.of(frame).text();
        String code = DeleteCode.next();
        StoredLink link = keep(moment, numbers, code);
        boolean isNew = link.deleteCode().equals(DeleteCode.digest(code));
        request.status(isNew ? 201 : 200);
        Json.answer(request, new LinkJson.Made(link.id(), url(request, link.id()), link.made(), isNew ? code : null));
    }

    void read(Context request) {
        StoredLink link = link(request);
        Moment moment = moment(link);
        Json.answer(
                request,
                new LinkJson.Stored(
                        link.id(),
                        url(request, link.id()),
                        link.made(),
                        link.engine(),
                        RecipeJson.of(moment.recipe()),
                        moment.step(),
                        LinkJson.ViewAnswer.of(moment.view())));
    }

    void reproduction(Context request) {
        StoredLink link = link(request);
        Moment moment = moment(link);
        Frame frame = frame(moment);
        // A run that stops earlier than it did is compared where it stops.
        boolean there = frame.step() == moment.step() || frame.stopped() != null;
        List<LinkJson.Difference> differences = there
                ? differences(Fingerprint.read(String.valueOf(link.numbers())), Fingerprint.of(frame))
                : List.of();
        Json.answer(
                request,
                new LinkJson.Reproduction(
                        moment.step(),
                        frame.step(),
                        there ? differences.isEmpty() : null,
                        differences,
                        link.engine(),
                        Version.NUMBER));
    }

    void delete(Context request) {
        SameSite.check(request);
        StoredLink link = link(request);
        String code = request.header("X-Delete-Code");
        if (code == null || !links().delete(link.id(), DeleteCode.digest(code), today())) {
            throw new Refused(Problem.of(
                    403,
                    "wrong delete code",
                    "A link is deleted by the code that its maker was given: the header X-Delete-Code holds it."));
        }
        request.status(204);
    }

    /** The page at the moment of a link. */
    void open(Context request) {
        request.header("Cache-Control", "no-cache");
        try {
            StoredLink link = link(request);
            pages.answer(request, moment(link), null, new PageMoments.LinkFacts(link.id(), link.made()));
        } catch (Refused refused) {
            instead(request, refused.problem());
        } catch (StoreUnavailable e) {
            instead(request, Problems.unavailable(e));
        }
    }

    /** The page still opens, on the notebook's run, and says what became of the link. */
    private void instead(Context request, Problem problem) {
        request.status(problem.status());
        pages.answer(request, Moment.DEFAULT, problem, null);
    }

    void qrCode(Context request) {
        String svg = QrCode.svg(url(request, link(request).id()));
        request.header("Cache-Control", "public, max-age=86400")
                .contentType("image/svg+xml")
                .result(svg);
    }

    /** Keeps a moment under the shortest id that no other moment has, or had; or finds it where it is kept already. */
    private StoredLink keep(Moment moment, String numbers, String code) {
        Links links = links();
        String letters = LinkId.lettersOf(moment);
        for (int length = LinkId.SHORTEST; length <= letters.length(); length++) {
            StoredLink link = new StoredLink(
                    letters.substring(0, length),
                    MomentQuery.writeWhole(moment),
                    Version.NUMBER,
                    numbers,
                    today(),
                    DeleteCode.digest(code),
                    null);
            if (links.insert(link)) {
                return link;
            }
            StoredLink there = links.find(link.id()).orElseThrow();
            if (there.content() != null && moment(there).equals(moment)) {
                return there;
            }
        }
        throw new IllegalStateException("Every id of this moment is taken.");
    }

    /** The frame of a moment, or of the step on the way there that a request has the time to reach. */
    private Frame frame(Moment moment) {
        Run run = runs.open(moment.recipe());
        int reached = run.reach(moment.step(), RunRoutes.budget());
        runs.weigh(run);
        return run.frame(reached, RunRoutes.budget());
    }

    private static Refused notYet(Frame frame, Moment moment) {
        return new Refused(Problem.of(
                409,
                "not computed yet",
                "The run is at step %,d of %,d: a link holds the numbers of its step. Ask again."
                        .formatted(frame.step(), moment.step())));
    }

    private static InvalidInput beyondTheStop(Frame frame) {
        return new InvalidInput(
                "step", "The run stops at step %,d, where a number is not finite.".formatted(frame.step()));
    }

    private StoredLink link(Context request) {
        String id = request.pathParam("id");
        StoredLink link = (LinkId.isOne(id) ? links().find(id) : Optional.<StoredLink>empty())
                .orElseThrow(() -> new Refused(Problem.of(
                        404, "unknown link", "There is no link %s here.".formatted(Problems.shortened(id)))));
        if (link.content() == null) {
            throw new Refused(Problem.of(
                    410, "deleted link", "The link %s was deleted by its maker on %s.".formatted(id, link.deleted())));
        }
        return link;
    }

    private Links links() {
        return store.links();
    }

    private static Moment moment(StoredLink link) {
        try {
            return MomentQuery.read(link.content());
        } catch (InvalidInput e) {
            throw new Refused(Problem.of(
                    422,
                    "link of another version",
                    "This version cannot show what the link %s holds: %s".formatted(link.id(), e.getMessage())));
        }
    }

    private static List<LinkJson.Difference> differences(Fingerprint then, Fingerprint now) {
        return then.differences(now).stream()
                .map(what -> what.equals("loss")
                        ? new LinkJson.Difference(what, then.loss(), now.loss())
                        : new LinkJson.Difference(what, null, null))
                .toList();
    }

    private String url(Context request, String id) {
        return visitors.origin(request) + "/s/" + id;
    }

    private static String today() {
        return LocalDate.now(ZoneOffset.UTC).toString();
    }
}
