using static System.DayOfWeek;
using static Underpin.Demonstration.Piece;

namespace Underpin.Demonstration.Learners;

/// <summary>Runs the office's and the classrooms' IT at an infant school. Every check has passed, and the claim waits at the awarding body.</summary>
internal static class GraceMuller
{
    static readonly Onlooker Reception = new("Tamsin Boyle", "tamsin.boyle@harbourside.example", "Reception teacher at Fisher’s Row Infants");
    static readonly Onlooker Head = new("Elaine Sutter", "elaine.sutter@harbourside.example", "Head of Fisher’s Row Infants, my line manager");

    public static void Tell(Story story, Cast cast)
    {
        var grace = new LearnerStory(story, cast, cast.Grace, "EITQ-L2A");
        grace.Asks(50, cast.FishersRow);
        grace.IsAccepted(50, "EIT201", "EIT206");

        grace.Achieves("EIT203", 44,
        [
            Account("Eleven adults and a rabbit", "1.1 1.2 1.3", "My chart has eleven adults, from Mrs Sutter to Joan in the kitchen, the trust's people behind them, and whom to ask about what. I spent an hour in Reception: they need one button, and they need it on the left because the sink is on the right. I spent an hour with Joan, who needs the dinner numbers by 09:40 and no earlier than 09:30. I write Seahorses and Starfish, not rooms 1 and 2."),
            Account("Planning where nobody has a free period", "2.1 2.2 2.3 2.4 4.1", "Classrooms are empty at playtime (15 minutes), lunch, and after 15:15; jobs are cut to fit. Red days: the phonics check, the nativity, trips when the office is alone, census day. When snow closed us at eleven I moved the week's two jobs and told both teachers before they left. What went wrong: I restarted the office computer during morning registration, because I thought registers were on the tablets. They were, and they all go through the office computer. Now there is a note on it."),
            Witnessed("Round the Seahorses", "3.1 3.2 3.3 3.4", Reception, "Grace comes in quietly and crouches to talk. She chatted with a four-year-old about his digger and with two big ones from Year 2 about the printer, and it was friendly and brief. She asked me with her eyes when to start. Keys, badge and visitors' book as they should be. In the lockdown practice she locked the office door and counted the two volunteers."),
        ], "", "The note on the office computer is a good ending to a bad morning.", cast.Owen, "Agreed. The witness manages nobody involved.");

        grace.Achieves("EIT204", 34,
        [
            Account("What I know and what I have done", "1.1 1.2 1.3 1.4 2.1 2.2 2.3", "Mrs Sutter is the safeguarding lead; Miss Boyle is her deputy; about Mrs Sutter I would ring Ngozi at the trust. I have filled in one form, about something a grandmother said at the hatch: her words, the time, no view of mine. A girl told me something in the book corner; I listened, said I would tell Mrs Sutter, and did, and wrote down after what she had said. I have never had a bad screen, but I know: leave it, stay with it, send someone. The book corner has no door, which is why I do tablets there. A parent messaged me at home for help; I answered from school the next day. Before I looked in Joan's mail for an order, Mrs Sutter agreed by e-mail."),
            Account("Testing and asking", "3.1 3.2 3.3", "Once a term with Mrs Sutter beside me: tablet, class laptop, office computer, with the safe pages. All blocked, and the alert came to her telephone in four minutes. Starfish wanted a song site; the request went on the form with the lesson and the dates, and she said yes to that page."),
            Account("Paper, pictures and post", "4.1 4.2 4.3 4.4", "I cut the names off a screen picture before it went to the register supplier. Routes: dinner allergies by the kitchen's own sheet, attendance by the trust's portal, a leaver's record by the transfer site, never e-mail. I ask Miss Boyle before I look at her screen from the office, and count to ten. I sent a letter to the wrong Mrs Davies: I rang the trust's data lead four minutes after, and the right Mrs Davies after that."),
        ], "", "Clear and careful. Met.", cast.Priya, "Agreed. The two Mrs Davieses are handled exactly by the procedure.");

        grace.Adds("EIT206", 24, Wednesday, Account("Our one printer, and what I do when it stops", "1.1 1.2 1.3 1.4 2.1 2.2", "It is our only one but for the head's, so I keep that one ready as the spare queue: when the big one jammed on report day, Starfish's labels came out in her office within ten minutes. I take jams out from the tray side and then behind door C, never backwards. Toner, waste, and the pick-up pad, by the pictures in the lid. A job that never came was on the old queue, which still showed on two laptops; I removed it. New queue for the nursery room, seen only by the nursery. Both sides, black, and colour when it is art."));
        grace.Adds("EIT206", 23, Wednesday, Account("Scanning, reports and the old machine", "2.3 3.1 3.2 3.3 4.1", "Scan goes to each person's own folder; tested with a page of the dinner menu. Reports wait until you type your four numbers. Pages left on the tray: I turn them over, look only for whose they are, hand them over; otherwise the locked bin. The firm wiped the old machine while I watched and gave me a sheet with its serial number. Report paper and toner ordered in the fifth week, from last year's use."));
        grace.Adds("EIT206", 22, Wednesday, Witnessed("The week the printer died", "4.2 4.3", Head, "Grace rang the firm at 08:10 with the counters, wrote down the call number, rang on the second day, and did not close it until all three classes had printed. Her one page on what each class prints, and what it costs, has saved us about £40 a term."));
        grace.Submits("EIT206", 21, Tuesday, "We only have the one, so some of this is small.");
        grace.Accepted("EIT206", 21, Thursday, cast.Ana, "Small school, whole unit. Well done.");
        grace.Returned("EIT206", 20, Tuesday, cast.Owen, "Ana’s first decision here. 4.3 asks for a term’s use and cost, and 4.2 for the whole call: both rest on the head’s testimony alone. Please talk to Grace, say in your feedback what you heard about the report itself, and decide 4.2 and 4.3 again.");
        grace.Accepted("EIT206", 19, Tuesday, cast.Ana, "I spoke with Grace for half an hour. She showed me the page she made (three classes, office and kitchen, pages and pounds) and the call record from 08:10 to the third day. Both are as Mrs Sutter says. 4.2 and 4.3 are met, and now I have written down why.");
        grace.Agreed("EIT206", 18, Wednesday, cast.Owen, "That is what I needed to read. Agreed, and a good second decision.");

        grace.Achieves("EIT201", 10,
        [
            Account("Half a term of requests at the hatch", "1.1 1.2 1.3 1.4 2.2 2.4 4.3", "People tell me at the hatch, so I keep the tablet there and write it down while they talk: what they wanted to do, what happened, when it last worked. Twenty-two in half a term: sign-in (6), tablets (5), the display (4), printing (4), the door entry (2), the telephone (1). A class that cannot go on comes first, then anything that children are waiting for, then the rest. A student teacher asked for a new password; I asked Miss Boyle who she was. The telephone went to the supplier with the extension and three times of day. Six sign-ins, all on Mondays, all the same tablets: I sent Priya the dates, and they have stopped."),
            Account("Starfish without a story", "2.1 2.3 3.1 3.2 3.3 3.4", "The display went black in the middle of a story, with thirty children on the carpet. I gave the teacher the tablet and the little speaker, and she went on; I mended the lead at playtime. A boy could not get his picture back. I sat beside him with his teaching assistant at the table, in the open, and he found it himself. I say 'after lunch' or 'tomorrow before the bell'. When a part for Seahorses was late I told Miss Boyle the evening before. A father was cross about the payment page, and loud. I said that I could see the charge, that I could not undo it myself, and who would ring him by four. She did. I ask 'is it as you want it?' before I close anything."),
            Witnessed("Now I can do it myself", "4.1 4.2", Head, "Grace taught me to send the newsletter: she showed me, sat with me, and then went to make tea while I did it. Her one page with photographs is on the wall beside the office computer, and the supply secretary used it alone."),
        ], "", "I could hear the hatch. Everything is met, and with this unit your award is complete.", cast.Priya, "Agreed. Range, numbers and an independent eye on 4.1.");

        grace.IsClaimed(1, Wednesday);
    }
}
