using System.Numerics;
using BuyingGroups.Domain.RoleTemplates;

namespace BuyingGroups.Domain.BuyingGroups;

/// <summary>
/// How complete a group is (product.md § 5), in whole percent, rounded half up. Computed with whole numbers only, so that memory and
/// every database agree on each half. A template that requires no role asks for nothing: its groups are 100 % complete.
/// </summary>
public static class Completeness
{
    /// <summary>Completeness of a group: mean over the roles required of min(100 %, assigned ÷ members required).</summary>
    /// <param name="cards">The role cards of the template.</param>
    /// <param name="assigned">Active members per role id; a role without members may be absent.</param>
    /// <returns>0–100.</returns>
    public static int Of(IEnumerable<RoleCard> cards, IReadOnlyDictionary<int, int> assigned)
    {
        var numerator = BigInteger.Zero;
        var denominator = BigInteger.One;
        var roles = 0;
        foreach (var card in cards.Where(card => card.RequiredForCompleteness))
        {
            var required = Math.Max(1, card.MembersRequired);
            numerator = numerator * required + denominator * Math.Min(required, assigned.GetValueOrDefault(card.RoleId));
            denominator *= required;
            roles++;
        }
        return roles == 0 ? 100 : HalfUp(numerator, denominator * roles);
    }

    /// <summary>Completeness of one role: min(100 %, <paramref name="assigned"/> ÷ <paramref name="required"/>), 0–100.</summary>
    public static int OfRole(int assigned, int required) => required <= 0 ? 100 : HalfUp(Math.Min(assigned, required), required);

    /// <summary>
    /// The same rule as one sum of whole numbers, for SQL: percent = (200 × Σ min(assigned, required) × weight + denominator) ÷ (2 × denominator),
    /// cut off. Null when the template's numbers are too large for 64 bits; then <see cref="Of"/> answers group by group.
    /// </summary>
    public static CompletenessWeights? WeightsOf(IEnumerable<RoleCard> cards)
    {
        var required = cards.Where(card => card.RequiredForCompleteness).Select(card => (card.RoleId, Required: Math.Max(1, card.MembersRequired))).ToList();
        var common = required.Aggregate(BigInteger.One, (multiple, card) => multiple / BigInteger.GreatestCommonDivisor(multiple, card.Required) * card.Required);
        var denominator = common * required.Count;
        if (400 * denominator > long.MaxValue)
            return null;
        return new CompletenessWeights((long)denominator, [.. required.Select(card => new RoleWeight(card.RoleId, card.Required, (long)(common / card.Required)))]);
    }

    private static int HalfUp(BigInteger numerator, BigInteger denominator) => (int)((200 * numerator + denominator) / (2 * denominator));
}

/// <summary>A template's completeness as whole numbers; see <see cref="Completeness.WeightsOf"/>.</summary>
/// <param name="Denominator">The sum that means 100 %; 0 when no role is required.</param>
/// <param name="Roles">The roles required.</param>
public sealed record CompletenessWeights(long Denominator, IReadOnlyList<RoleWeight> Roles);

/// <summary>What one required role adds to the sum.</summary>
/// <param name="RoleId">The role.</param>
/// <param name="Required">Members beyond this number add nothing.</param>
/// <param name="Weight">What one member adds.</param>
public sealed record RoleWeight(int RoleId, int Required, long Weight);
