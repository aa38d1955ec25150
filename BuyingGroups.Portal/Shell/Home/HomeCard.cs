namespace BuyingGroups.Portal.Shell.Home;

/// <summary>A card of the home page. A feature registers those it owns; who lacks the permission does not see it.</summary>
/// <param name="Order">Where it stands in its column.</param>
/// <param name="Permission">Who may see it.</param>
/// <param name="Card">The component; it takes a parameter <c>Mine</c>: true when only the user's own accounts count.</param>
/// <param name="Beside">True for the narrow column at the right.</param>
public sealed record HomeCard(int Order, string Permission, Type Card, bool Beside = false);
