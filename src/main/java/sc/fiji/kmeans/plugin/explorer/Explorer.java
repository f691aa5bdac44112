package sc.fiji.kmeans.plugin.explorer;

import ij.ImagePlus;
import ij.process.ImageProcessor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import sc.fiji.kmeans.model.ImageClusters;
import sc.fiji.kmeans.model.MergedClusters;
import sc.fiji.kmeans.plugin.preview.ClusterPainter;
import sc.fiji.kmeans.plugin.preview.LearnedPicture;
import sc.fiji.kmeans.plugin.preview.Recipe;
import sc.fiji.kmeans.plugin.preview.Session;
import sc.fiji.kmeans.segment.Suggestion;

/** The clusters of one image in the hands of the user. For the event thread. */
final class Explorer implements Session.View {

	private final ImagePlus image;
	private final History history;
	/** Told after every change. */
	private final Runnable hearer;
	private final Session session;
	private final ClusterPainter painter;
	private Look look;
	/** Null before the start. */
	private Recipe wanted;
	/** Null before the first one. */
	private LearnedPicture picture;
	/** Its clusters, merged as the state says; null where the picture is not that of the state. */
	private ImageClusters merged;
	/** Why there are no clusters of what is wanted; empty where there are, or they are awaited. */
	private String refusal = "";
	/** What else could not be done last; empty if nothing is the matter. */
	private String problem = "";
	/** Null before it is asked for. */
	private Suggestion suggestion;
	private boolean isNumberAsked;
	private boolean isSliding;
	private boolean isOriginalHeld;
	/** For clusters of the state, or word that there are none. */
	private final Waiting waiting = new Waiting(() -> isShown() || hasProblem());

	/** @param hearer is told after every change */
	Explorer(final ImagePlus image, final History history, final Look look, final Runnable hearer) {
		this.image = image;
		this.history = history;
		this.look = look;
		this.hearer = hearer;
		painter = new ClusterPainter(image, false);
		session = new Session(image, this);
	}

	private void want() {
		final Recipe recipe = state().recipe();
		if (wanted != null && recipe.isSame(wanted)) return;
		wanted = recipe;
		refusal = "";
		session.want(recipe);
	}

	/** A curve that there was comes back, and leaves the number that was chosen. */
	void start() {
		want();
		if (history.hasCurve()) session.suggest(state().settings().options());
		session.start();
	}

	/** Leaves the image as it was. */
	void close() {
		history.leave(suggestion != null);
		session.end();
		painter.hide();
	}

	/** Whether it paints over the window that an image, which may be null, has now. */
	boolean isOn(final ImagePlus other) {
		return image == other && painter.isOn(other);
	}

	ImagePlus image() {
		return image;
	}

	/** The number of the frame that is shown. */
	int frame() {
		return Session.frameNumber(image);
	}

	ExplorerState state() {
		return history.now();
	}

	Look look() {
		return look;
	}

	boolean canUndo() {
		return history.canUndo();
	}

	boolean canRedo() {
		return history.canRedo();
	}

	/** What happened last, what is awaited, or what is the matter. */
	String message() {
		if (hasProblem()) return problem.isEmpty() ? refusal : problem;
		if (!isShown()) return "Looks for " + state().size() + "...";
		return Stream.of(state().done(), fewer())
			.filter(text -> !text.isEmpty())
			.collect(Collectors.joining(". "));
	}

	/** That there are fewer clusters than were asked for; empty if there are not. */
	private String fewer() {
		if (merged == null || picture.learned().size() == state().clusters()) return "";
		return String.format(Locale.ROOT, "Only %d of %d clusters: the pixels have no more values",
			picture.learned().size(), state().clusters());
	}

	boolean hasProblem() {
		return !(problem.isEmpty() && refusal.isEmpty());
	}

	@Override
	public void show(final LearnedPicture newest) {
		if (picture != null && !newest.isOfSamePixels(picture)) suggestion = null;
		picture = newest;
		refusal = "";
		problem = "";
		update();
	}

	/** A number of clusters is to be suggested; it is shown when it is found. */
	void askForNumber() {
		isNumberAsked = true;
		session.suggest(state().settings().options());
	}

	@Override
	public void suggest(final Suggestion value) {
		suggestion = value;
		if (isNumberAsked) take(value);
		else hearer.run();
	}

	/** A number that holds already leaves what was merged and named. */
	private void take(final Suggestion value) {
		isNumberAsked = false;
		final int k = value.clusters();
		if (k == state().clusters()) history.replace(state().saying(value.toString()));
		else history.add(state().withClusters(k).saying(value.toString()));
		change();
	}

	/** For the settings that hold; null if there is none. */
	Suggestion suggestion() {
		return suggestion;
	}

	/** The image is seen as it is. */
	@Override
	public void refuse(final String message) {
		refusal = message;
		painter.hide();
		update();
	}

	@Override
	public void suggestNone(final String message) {
		isNumberAsked = false;
		object(message);
	}

	/** Something can not be done; the clusters hold. */
	void object(final String message) {
		problem = message;
		hearer.run();
		waiting.goOn();
	}

	Waiting waiting() {
		return waiting;
	}

	/** A step that can be undone. */
	void act(final ExplorerState next) {
		if (next == state()) return;
		history.add(next);
		change();
	}

	/** What is selected is no step. */
	void select(final ExplorerState next) {
		history.replace(next);
		change();
	}

	/**
	 * A slider is at a number of clusters; its whole way is one step. A number that was asked for
	 * before, and is not there yet, does not come in its place.
	 *
	 * @param isMoving on
	 */
	void slide(final int clusters, final boolean isMoving) {
		final boolean isOther = clusters != state().clusters();
		if (isOther) isNumberAsked = false;
		if (isOther && isSliding) history.replace(state().withClusters(clusters));
		if (isOther && !isSliding) history.add(state().withClusters(clusters));
		// It says that it moves before it is anywhere else.
		isSliding = isMoving && (isSliding || isOther);
		if (isOther) change();
	}

	void undo() {
		history.undo();
		change();
	}

	void redo() {
		history.redo();
		change();
	}

	void look(final Look value) {
		look = value;
		update();
	}

	/** While a key is held, the image is seen as it is. */
	void holdOriginal(final boolean isHeld) {
		if (isHeld == isOriginalHeld) return;
		isOriginalHeld = isHeld;
		paint();
	}

	private void change() {
		problem = "";
		want();
		update();
	}

	/** Nothing is learned again where the picture is that of the state. */
	private void update() {
		merged = refusal.isEmpty() && picture != null && picture.recipe().isSame(state().recipe())
			? picture.learned().merged(state().groups())
			: null;
		paint();
		hearer.run();
		waiting.goOn();
	}

	private void paint() {
		if (merged == null) return;
		final Look now = isOriginalHeld
			? new Look(Look.Mode.ORIGINAL, look.opacity, look.isDistinct)
			: look;
		painter.show(picture, now.paints(picture, merged, state()));
	}

	/** Whether there is a picture of the state, of the frame that the image shows. */
	boolean isShown() {
		return merged != null && picture.isOf(image, frame());
	}

	/** A line for each cluster that is left after merging; none before there is a picture. */
	List<ClusterLine> lines() {
		if (merged == null) return new ArrayList<>();
		final int[] colours = look.colours(picture, merged);
		return Arrays.stream(firsts())
			.mapToObj(first -> new ClusterLine(state(), first, colours[state().groups().label(first)],
				percent(first)))
			.collect(Collectors.toList());
	}

	/** Whether a group that is shown is called so. */
	boolean has(final int first) {
		return IntStream.of(firsts()).anyMatch(own -> own == first);
	}

	/** What the groups of the clusters that were found are called; none before there are any. */
	int[] firsts() {
		return merged == null ? new int[0] : state().groups().firsts(picture.learned().size());
	}

	/** Of the labelled pixels, as the picture has them. */
	private double percent(final int first) {
		final MergedClusters groups = state().groups();
		if (picture.isMerged()) return picture.percent(groups.label(first));
		return IntStream.rangeClosed(1, picture.learned().size())
			.filter(cluster -> groups.first(cluster) == first)
			.mapToDouble(picture::percent)
			.sum();
	}

	/** The cluster at a pixel, before merging the first of its group; 0 for none. */
	int clusterAt(final int x, final int y) {
		if (!isShown()) return 0;
		final ImageProcessor labels = picture.frame().labels();
		if (x < 0 || y < 0 || x >= labels.getWidth() || y >= labels.getHeight()) return 0;
		final int label = labels.get(x, y);
		if (label == 0) return 0;
		return picture.isMerged()
			? state().groups().firsts(state().clusters())[label - 1]
			: state().groups().first(label);
	}

	/** What is told of a pixel: cluster, name, percent and centre; empty for no cluster. */
	String told(final int x, final int y) {
		final int first = clusterAt(x, y);
		if (first == 0) return "";
		final int label = state().groups().label(first);
		return String.format(Locale.ROOT, "Cluster %s, %.1f %%, centre %s", state().caption(first),
			percent(first), ValueText.of(merged.value(label)));
	}
}
