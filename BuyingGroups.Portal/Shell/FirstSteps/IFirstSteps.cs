namespace BuyingGroups.Portal.Shell.FirstSteps;

/// <summary>A line of the checklist that an empty portal shows on its home page. A feature registers the steps it owns.</summary>
public interface IFirstSteps
{
    /// <summary>The steps, done or not, as the data stands now.</summary>
    Task<IReadOnlyList<FirstStep>> StepsAsync(CurrentUser user, CancellationToken cancellation);
}

/// <summary>One step towards the first buying groups.</summary>
/// <param name="Order">Where it stands: 10 secure the account, 20 invite, 30 import, 40 role template, 50 solution interest, 60 create groups, 70 journey.</param>
/// <param name="Title">What to do, a text key.</param>
/// <param name="Detail">Why, or what was done; a text key or a finished sentence.</param>
/// <param name="IsDone">True when nothing is left to do.</param>
/// <param name="Href">The page to do it on.</param>
/// <param name="Permission">Who lacks it does not see the step.</param>
/// <param name="Action">What the button says: "Import CSV".</param>
/// <param name="Icon">The icon of the button; none when null.</param>
/// <param name="After">The order of the step that must be done before; null when it can be done at any time.</param>
/// <param name="Minutes">About how long it takes.</param>
/// <param name="OtherHref">A second way to do it, such as loading demo data.</param>
/// <param name="OtherAction">What the button of the second way says.</param>
public sealed record FirstStep(
    int Order, string Title, string Detail, bool IsDone, string Href, string Permission, string Action = "Start", string? Icon = null,
    int? After = null, int Minutes = 5, string? OtherHref = null, string? OtherAction = null)
{
    /// <summary>The order of the step that secures the user's own account.</summary>
    public const int SecureAccount = 10;
}
