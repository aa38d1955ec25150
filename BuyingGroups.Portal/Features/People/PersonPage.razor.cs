using BuyingGroups.Domain.People;
using BuyingGroups.Portal.Features.Records;
using BuyingGroups.Portal.Security.Gateway;

namespace BuyingGroups.Portal.Features.People;

/// <summary>One person: profile, engagement, buying groups, what they did, what happened. Tabs: activities, timeline.</summary>
public sealed partial class PersonPage : RecordPage<PersonDetails>
{
    private protected override IQuery<PersonDetails> Query => new GetPerson(Id);

    private protected override IReadOnlyList<FormField> FieldsOf(PersonDetails found) => FormField.Of(PersonRules.Fields, found.CustomFields, Words);

    private Task DeleteAsync() => DeleteAsync(
        new DeletePerson(Id), details!.Person.DisplayName, T["Their history and activities go too and cannot be brought back. A member of a buying group stays."], T["Delete person"], "/people");
}
