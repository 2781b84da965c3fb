using static System.DayOfWeek;
using static Underpin.Demonstration.Piece;

namespace Underpin.Demonstration.Learners;

/// <summary>Looks after a primary school's IT beside her classroom work, and holds the Level 2 award.</summary>
internal static class AishaBello
{
    static readonly Onlooker YearTwo = new("Rhiannon Cole", "rhiannon.cole@harbourside.example", "Year 2 teacher at Lantern Street Primary");
    static readonly Onlooker Bursar = new("Peter Ingle", "peter.ingle@harbourside.example", "School business officer at Lantern Street Primary");

    public static void Tell(Story story, Cast cast)
    {
        var aisha = new LearnerStory(story, cast, cast.Aisha, "EITQ-L2A");
        aisha.Asks(86, cast.LanternStreet);
        aisha.IsAccepted(86, "EIT201", "EIT207");

        aisha.Achieves("EIT203", 80,
        [
            Account("A small school on one page", "1.1 1.2 1.3", "We are sixteen adults, so my chart is short, but it took three conversations to find out that the cook orders through the office and the caretaker reports to the trust. I spent an hour in Reception (they need a picture of the register at nine, not at ten past) and an hour with Mr Ingle (he needs nobody in the office printer between 08:45 and 09:15). I write 'Class 3', 'Busy Bees' and 'golden time', because that is what people will look for."),
            Account("The week, the red days and the puppet show", "2.1 2.2 2.3 2.4 4.1", "In a primary there are no free periods; there is playtime, assembly and half past three. I plan round those. Red on the calendar: phonics screening, SATs week, parents' evenings, nativity rehearsals, and the census. A puppet theatre arrived on the wrong Tuesday and took the hall, so the display there moved to Thursday assembly time. What went wrong: I updated the tablets at lunch and Class 5 had their reading test on them at one. Now updates run on Friday after school, and Class 5's teacher sees the list."),
            Witnessed("In Class 2 while we did phonics", "3.1 3.2 3.3 3.4", YearTwo, "Aisha came in when I nodded, knelt by the display, changed the lead and was gone before the song ended. She is warm with mine, who are six, and she is the same person, a bit more brisk, with Year 6 at the gate. She signs visitors in as the sign says. In the fire drill she takes the register box and stands where the plan puts her."),
        ], "", "You know your school. The puppet theatre will go into my training talk.", cast.Priya, "First look at this learner. The primary day is a different shape and the evidence shows it. Agreed.");

        aisha.Achieves("EIT204", 74,
        [
            Account("Safe, in a building full of small children", "1.1 1.2 1.3 1.4 2.1 2.2 2.3", "The head is the safeguarding lead, with the inclusion teacher as deputy; about the head I would ring the trust. I have used the form twice this year; both times I wrote what was said, between inverted commas, and where I stood. A child told me why he did not want to go home. I said I was glad he told me, that I would tell someone whose job it is to help, and I walked with him to the deputy. I asked nothing. I never mend a tablet alone in the store with a child. Nobody of seven asks for my social media, but a parent did on behalf of one, and the answer is the same. Before I looked for a lost plan in a colleague's files, the head agreed in writing. A screen that might hold something bad stays as it is, and I stand in front of it."),
            Account("Testing the filter, with the lead", "3.1 3.2 3.3", "Laptop, tablet and guest wireless, with our safe pages and the head beside me. The guest wireless let one through: Priya closed it that afternoon and I tested it again the next morning. The alert reached the lead in six minutes. The teacher's request for a story site went to her the same day."),
            Account("Data on its way out of the door", "4.1 4.2 4.3 4.4", "Before a photo of a broken tablet goes to the repairer I look at what is on its screen. Attendance goes by the trust's portal, a medical plan by hand to the nurse, a class photo only from the permission album. I ask before I connect to anyone's screen. A laptop did not come back from a home visit: I told the data lead within the hour, with its number, when it was last seen, that it was encrypted and whose reading records had been open."),
        ], "The child is well. I have not written his name anywhere.", "Exactly what we hope any adult in a school would do. Met.", cast.Priya, "1.3 is a true account, and careful. Agreed.");

        aisha.Achieves("EIT207", 66,
        [
            OfFile("The count at Lantern Street", "1.2 2.2 2.3 4.3", "asset-register.xlsx", "The register after the count. Every change has my initials and why. LS-0104, LS-0119 and LS-0160 are the three I traced."),
            Account("How the count was done", "1.1 1.3 2.1 3.1 3.2 4.1 4.2", "I counted during assemblies, one class at a time, so no lesson was stopped. The delivery that week was two tablets short and I rang the same day with the order number. Tablets that go home have a form with a parent's signature and a return date; a family moved to Wales and the office got theirs back on the last morning because I told them in time. LS-0104 was not found, so I used the breach route even though it should be empty. The copier needed the trust's approval before disposal; its disk was wiped with the report filed against the serial number, and the carrier's note has the same numbers."),
        ], "", "A real count, with real holes in it, honestly closed.", cast.Priya, "First EIT207 at the centre. I opened the workbook: three traced items, initials and reasons. Agreed.");

        aisha.Achieves("EIT201", 60,
        [
            Account("Requests over half a term", "1.1 1.2 2.2 2.4 3.4 4.3", "Thirty-one requests in my book, of which I put fourteen into the trust's system as I would now put all: sign-in (4), tablets (3), display (3), printing (2), the register (1), the telephone in the kitchen (1). For each: what they were trying to do, what happened, when, what I did. The telephone went to the supplier with the extension and times. I went back to each person before I closed it. Four sign-ins on Mondays were one cause, which Priya cured when I sent her the dates."),
            Account("At the classroom door", "1.3 1.4 2.1 2.3 3.1 3.2 3.3", "If a lesson has stopped I go; if someone wants a font I go at three. A new dinner lady asked me to reset her account from her own phone; I walked over and asked the office who she was. Class 4's display went black in the middle of the Vikings: I gave them the trolley, and mended it at play. A Year 6 boy could not save; his teacher and I sat either side of him. I say 'by home time', not 'soon', and when I saw I could not, I told her at lunch. A parent was cross about a lost tablet. I said what I knew, what I did not, and when I would ring."),
            Witnessed("Learning to do the newsletter", "4.1 4.2", Bursar, "Aisha taught me the newsletter template. First she did it, then we did it, then I did it with her hands behind her back. Her one page with pictures is taped to my desk."),
        ], "", "Hands behind her back: I will use that. Met.", cast.Priya, "Independent witness, and a range of requests. Agreed.");

        aisha.IsClaimed(58, Monday);
        aisha.IsAwarded(57, Tuesday);
    }
}
